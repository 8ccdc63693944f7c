using System.Diagnostics;
using System.Globalization;
using DataHub.Bench;
using DataHub.Bench.Comparison;
using DataHub.Bench.Engine;
using DataHub.Bench.Executor;
using DataHub.Bench.Landing;

// compare …: hub, hand-written endpoint and peers on the same questions. This is what ./datahub bench runs.
if (args is ["compare", ..]) return await CompareCommand.RunAsync(args[1..]);

// landing [--businesses N [--without-linking]]: loads demonstration feeds into a database of its own, once new and once sent again.
if (args is ["landing", ..]) return await LandingBench.RunAsync(args[1..], Console.Out);

// engine [part of a name]: measures the way from a text to a plan, without a hub or a database.
if (args is ["engine", ..])
{
    EngineBench.Run(Console.Out, args.Length > 1 ? args[1] : "");
    return 0;
}

// executor: measures the way from rows in memory to an answer.
if (args is ["executor"])
{
    await ExecutorBench.RunAsync();
    return 0;
}

// Measures a hub that is already serving: dotnet run -c Release --project tests/bench/DataHub.Bench -- [http://localhost:5080] [process id of the hub]
var url = args.Length > 0 ? args[0] : "http://localhost:5080";
using var hub = await HubClient.ConnectAsync(new Uri(url));
var nibs = await hub.SomeNibsAsync(100);
var measure = new BusinessByNib(hub, nibs);
await measure.RunAsync(1000);
var server = args.Length > 1 ? Process.GetProcessById(int.Parse(args[1], CultureInfo.InvariantCulture)) : null;
var before = server?.TotalProcessorTime;
var times = await measure.RunAsync(3000);
server?.Refresh();
Console.WriteLine($"business(nib:) with 8 fields, one connection, {times.Count} requests after 1000 to warm up:");
Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture,
    $"  seen by the client, HTTP and loopback included: p50 {times.At(0.50):0.000} ms, p90 {times.At(0.90):0.000} ms, p99 {times.At(0.99):0.000} ms"));
if (server is not null)
{
    var cpu = (server.TotalProcessorTime - before!.Value).TotalMilliseconds / times.Count;
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  CPU of the hub: {cpu:0.000} ms a request; its memory: {server.WorkingSet64 / 1048576} MB"));
}
return 0;

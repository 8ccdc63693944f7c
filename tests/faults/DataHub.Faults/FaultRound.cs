using System.Diagnostics;
using System.Globalization;

namespace DataHub.Faults;

/// <summary>One fault under load.</summary>
internal sealed class FaultRound(HubProcess hub, ServerFiles server, Fault fault, int number)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan Afterwards = TimeSpan.FromSeconds(1);
    private static readonly string[] Kinds =
        ["bank-sandbox", "bank-sandbox", "bank-sandbox", "bank-sandbox", "bank-sandbox", "owner-sandbox", "owner-sandbox", "steward-sandbox"];

    /// <summary>How many ask at once.</summary>
    public required int Clients { get; init; }

    /// <summary>Runs the load, makes the fault after a time, and goes on until the hub is back.</summary>
    public async Task<RoundResult> RunAsync(TimeSpan after)
    {
        var result = new RoundResult();
        var back = new TaskCompletionSource();
        var isBroken = false;
        using var stop = new CancellationTokenSource();
        var clients = Enumerable.Range(0, Clients).Select(i => new FaultClient(hub.Address, Kinds[i % Kinds.Length], result)
        {
            OnAnswer = () =>
            {
                if (Volatile.Read(ref isBroken)) back.TrySetResult();
            },
        }).ToList();
        foreach (var client in clients) await client.ConnectAsync();
        var running = clients.Select((client, i) =>
            Task.Run(() => client.RunAsync(string.Create(CultureInfo.InvariantCulture, $"F{number}_{i}"), stop.Token))).ToList();
        await Task.Delay(after);
        var since = Stopwatch.GetTimestamp();
        await BreakAsync();
        // What was under way when the fault came may still arrive: from here on an answer says that the hub is back.
        Volatile.Write(ref isBroken, true);
        if (await Task.WhenAny(back.Task, Task.Delay(Longest)) == back.Task) result.Back = Stopwatch.GetElapsedTime(since);
        await Task.Delay(Afterwards);
        await stop.CancelAsync();
        await Task.WhenAll(running);
        foreach (var client in clients) client.Dispose();
        return result;
    }

    private async Task BreakAsync()
    {
        switch (fault)
        {
            case Fault.HubKilled:
                await hub.KillAsync();
                hub.Launch();
                break;
            case Fault.PostgresKilled:
                await StopServerAsync(Signal.Kill);
                break;
            default:
                await StopServerAsync(Signal.Quit);
                break;
        }
    }

    private async Task StopServerAsync(int signal)
    {
        var process = server.Process();
        Signal.Send(process, signal);
        while (Directory.Exists(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}"))) await Task.Delay(10);
    }
}

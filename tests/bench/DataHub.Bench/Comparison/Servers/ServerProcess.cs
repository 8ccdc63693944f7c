using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace DataHub.Bench.Comparison.Servers;

/// <summary>A measured server's process, from its start until it is asked to end.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan TimeToEnd = TimeSpan.FromSeconds(30);
    private readonly Process process;
    private readonly StreamWriter log;

    private ServerProcess(Process process, StreamWriter log, int port, string probe) =>
        (this.process, this.log, Port, Probe) = (process, log, port, probe);

    public int Pid => process.Id;

    public int Port { get; }

    /// <summary>The socket on which a .NET process tells of its memory.</summary>
    public string Probe { get; }

    /// <summary>Starts a program and waits until it listens on <see cref="Port"/>, which <paramref name="arguments"/> are told.</summary>
    public static async Task<ServerProcess> StartAsync(
        (string Name, string Program) server, Func<int, IEnumerable<string>> arguments, IReadOnlyDictionary<string, string> environment,
        CancellationToken cancellation)
    {
        var port = FreePort();
        var start = new ProcessStartInfo(server.Program, arguments(port))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        // A setting for the load only: a server that waits for an answer where answers arrive would wait for ever.
        start.Environment.Remove("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS");
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var probe = Path.Combine(Path.GetTempPath(), $"datahub-bench-{Environment.ProcessId}-{port}.sock");
        start.Environment["DATAHUB_BENCH_PROBE"] = probe;
        var path = Path.Combine(Repository.Results, server.Name + ".log");
        // Several runs may go on at once.
        var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        var log = new StreamWriter(file) { AutoFlush = true };
        var process = Process.Start(start) ?? throw new BenchException($"{server.Program} cannot be started.");
        var running = new ServerProcess(process, log, port, probe);
        process.OutputDataReceived += (_, line) => running.Write(line.Data);
        process.ErrorDataReceived += (_, line) => running.Write(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await running.ListensAsync(server.Name, path, cancellation);
        return running;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            // .NET's own Kill gives a process no time to leave its database.
            var pid = process.Id.ToString(CultureInfo.InvariantCulture);
            using (var kill = Process.Start("kill", ["-TERM", pid])) await kill.WaitForExitAsync();
            using var late = new CancellationTokenSource(TimeToEnd);
            try
            {
                await process.WaitForExitAsync(late.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill();
            }
        }
        process.Dispose();
        File.Delete(Probe);
        await log.DisposeAsync();
    }

    private async Task ListensAsync(string name, string path, CancellationToken cancellation)
    {
        try
        {
            while (!await AcceptsAsync(cancellation))
            {
                if (process.HasExited) throw new BenchException($"{name} did not start; see {path}.");
                await Task.Delay(100, cancellation);
            }
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    private async Task<bool> AcceptsAsync(CancellationToken cancellation)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, Port, cancellation);
            return true;
        }
        catch (SocketException)
        {
            // Nobody listens there yet.
            return false;
        }
    }

    private void Write(string? line)
    {
        if (line is null) return;
        lock (log) log.WriteLine(line);
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}

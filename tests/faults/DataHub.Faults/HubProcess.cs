using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace DataHub.Faults;

/// <summary>A hub of its own, in a data folder of its own.</summary>
internal sealed class HubProcess(string program, string folder) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private readonly int port = FreePort();
    private Process? process;

    public Uri Address => new(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}"));

    /// <summary>Starts it, and returns when it serves.</summary>
    public async Task StartAsync()
    {
        Launch();
        using var http = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(2) };
        using var patience = new CancellationTokenSource(Patience);
        while (!await IsReadyAsync(http)) await Task.Delay(100, patience.Token);
    }

    /// <summary>Starts it, and does not wait.</summary>
    public void Launch()
    {
        var start = new ProcessStartInfo("dotnet", [program, "run", "--data", folder, "--port", port.ToString(CultureInfo.InvariantCulture), "--businesses", "300"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    /// <summary>Ends it in good order, which stops its PostgreSQL too.</summary>
    public async ValueTask DisposeAsync()
    {
        if (process is null) return;
        Signal.Send(process.Id, Signal.Terminate);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static async Task<bool> IsReadyAsync(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

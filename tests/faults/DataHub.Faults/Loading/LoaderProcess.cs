using System.Diagnostics;

namespace DataHub.Faults.Loading;

/// <summary><c>datahub feed load</c>, in a process of its own.</summary>
internal sealed class LoaderProcess : IDisposable
{
    private readonly Process process;

    private LoaderProcess(Process process) => this.process = process;

    public static LoaderProcess Start(string program, string data, string files)
    {
        var process = Process.Start(new ProcessStartInfo("dotnet", [program, "feed", "load", files, "--data", data])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.OutputDataReceived += static (_, _) => { };
        var loader = new LoaderProcess(process);
        process.ErrorDataReceived += (_, line) => loader.Told(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return loader;
    }

    /// <summary>What it last told on its error stream.</summary>
    public string Complaint { get; private set; } = "";

    /// <summary>Its exit code.</summary>
    public async Task<int> EndAsync()
    {
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    /// <summary>True when it ended before the time was over.</summary>
    public async Task<bool> EndsWithinAsync(TimeSpan time)
    {
        using var over = new CancellationTokenSource(time);
        try
        {
            await process.WaitForExitAsync(over.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public void Dispose() => process.Dispose();

    private void Told(string? line)
    {
        if (!string.IsNullOrWhiteSpace(line)) Complaint = line;
    }
}

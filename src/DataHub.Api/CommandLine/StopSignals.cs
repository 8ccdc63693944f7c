using System.Runtime.InteropServices;

namespace DataHub.Api.CommandLine;

/// <summary>
/// Turns Ctrl-C, SIGTERM and a closed terminal into a cancellation, so that a command leaves the database in order before the process ends.
/// A second signal ends the process at once; what it leaves is picked up by the next start.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly List<PosixSignalRegistration> registrations;

    public StopSignals() =>
        registrations = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP }
            .Select(signal => PosixSignalRegistration.Create(signal, Stop))];

    public CancellationToken Token => source.Token;

    public void Dispose()
    {
        foreach (var registration in registrations) registration.Dispose();
        source.Dispose();
    }

    private void Stop(PosixSignalContext context)
    {
        if (source.IsCancellationRequested) return;
        context.Cancel = true;
        // Callbacks of the token may take their time; the signal's thread has others to serve.
        _ = source.CancelAsync();
    }
}

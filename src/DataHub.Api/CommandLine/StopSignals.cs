using System.Runtime.InteropServices;

namespace DataHub.Api.CommandLine;

/// <summary>
/// Turns Ctrl-C, SIGTERM and a closed terminal into a cancellation, so that a command leaves the database in order before the process ends.
/// A second signal ends the process at once; what it leaves is picked up by the next start.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly List<PosixSignalRegistration> _registrations;

    public StopSignals() =>
        _registrations = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP }
            .Select(signal => PosixSignalRegistration.Create(signal, Stop))];

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        foreach (var registration in _registrations) registration.Dispose();
        _source.Dispose();
    }

    private void Stop(PosixSignalContext context)
    {
        if (_source.IsCancellationRequested) return;
        context.Cancel = true;
        // Callbacks of the token may take their time; the signal's thread has others to serve.
        _ = _source.CancelAsync();
    }
}

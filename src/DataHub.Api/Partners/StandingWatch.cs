using DataHub.Api.Http;
using DataHub.Api.Identity;

namespace DataHub.Api.Partners;

/// <summary>Watches, while something of a caller is open, that its agreement goes on.</summary>
internal sealed class StandingWatch : IAsyncDisposable
{
    private readonly CancellationTokenSource ended = new();
    private readonly CancellationTokenSource stop = new();
    private readonly Task running;

    public StandingWatch(PartnerGate gate, Identified known, HttpContext http) => running = RunAsync(gate, known, http);

    /// <summary>Cancelled when the caller may not have it open any longer.</summary>
    public CancellationToken Ended => ended.Token;

    /// <summary>Why; null as long as it may.</summary>
    public Refusal? Refusal { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running;
        stop.Dispose();
        ended.Dispose();
    }

    private async Task RunAsync(PartnerGate gate, Identified known, HttpContext http)
    {
        try
        {
            Refusal = await gate.EndAsync(known, http, stop.Token);
        }
        catch (OperationCanceledException)
        {
            return;
        }
        await ended.CancelAsync();
    }
}

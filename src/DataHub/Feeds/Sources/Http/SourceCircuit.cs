using Polly.CircuitBreaker;

namespace DataHub.Feeds.Sources.Http;

/// <summary>Whether a source is being asked.</summary>
internal sealed class SourceCircuit
{
    /// <summary>Filled in by the pipeline.</summary>
    public CircuitBreakerStateProvider Provider { get; } = new();

    /// <summary>As the contract's enum names it.</summary>
    public string State => Provider.CircuitState switch
    {
        CircuitState.Closed => "CLOSED",
        CircuitState.HalfOpen => "HALF_OPEN",
        _ => "OPEN",
    };
}

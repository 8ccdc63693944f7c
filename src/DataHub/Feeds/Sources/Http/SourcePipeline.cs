using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace DataHub.Feeds.Sources.Http;

/// <summary>What stands between the hub and a source, from the outside in: time in all, attempts, breaker, time of an attempt.</summary>
internal static class SourcePipeline
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static ResiliencePipeline<SourceAnswer> Build(SourceSettings settings, TimeProvider clock, SourceCircuit circuit)
    {
        var builder = new ResiliencePipelineBuilder<SourceAnswer> { TimeProvider = clock };
        builder.AddTimeout(settings.TotalTime);
        if (settings.Retries > 0) builder.AddRetry(Retry(settings));
        return builder.AddCircuitBreaker(Breaker(settings, circuit)).AddTimeout(settings.AttemptTime).Build();
    }

    private static RetryStrategyOptions<SourceAnswer> Retry(SourceSettings settings) => new()
    {
        MaxRetryAttempts = settings.Retries,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = settings.FirstPause,
        MaxDelay = settings.LongestPause,
        ShouldHandle = arguments => ValueTask.FromResult(
            (IsFault(arguments.Outcome.Exception) || arguments.Outcome.Result is { IsPassing: true })
            && !(arguments.Outcome.Result?.RetryAfter > settings.LongestPause)),
        // Null: the pause as computed.
        DelayGenerator = arguments => ValueTask.FromResult(
            arguments.Outcome.Result?.RetryAfter is { } asked && asked >= TimeSpan.Zero ? asked : (TimeSpan?)null),
        OnRetry = _ =>
        {
            SourceMetrics.Retries.Add(1, new KeyValuePair<string, object?>("source", settings.Name));
            return ValueTask.CompletedTask;
        },
    };

    private static CircuitBreakerStrategyOptions<SourceAnswer> Breaker(SourceSettings settings, SourceCircuit circuit) => new()
    {
        FailureRatio = 0.5,
        MinimumThroughput = settings.BreakAfter,
        SamplingDuration = Window,
        BreakDuration = settings.RestTime,
        StateProvider = circuit.Provider,
        // Being asked to wait is no trouble of the source's.
        ShouldHandle = arguments => ValueTask.FromResult(
            IsFault(arguments.Outcome.Exception) || arguments.Outcome.Result is { IsTroubled: true }),
    };

    private static bool IsFault(Exception? exception) => exception is HttpRequestException or IOException or TimeoutRejectedException;
}

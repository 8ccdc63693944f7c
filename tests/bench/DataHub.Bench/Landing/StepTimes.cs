using System.Collections.Concurrent;
using System.Diagnostics;

namespace DataHub.Bench.Landing;

/// <summary>Hears how long each step of a load takes.</summary>
internal sealed class StepTimes : IDisposable
{
    private readonly ConcurrentDictionary<string, TimeSpan> times = new(StringComparer.Ordinal);
    private readonly long began = Stopwatch.GetTimestamp();
    private readonly ActivityListener listener;

    /// <param name="onEnd">Is told of each step that has ended.</param>
    public StepTimes(Action<string> onEnd)
    {
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "DataHub.Feeds",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = step =>
            {
                times.AddOrUpdate(step.OperationName, step.Duration, (_, before) => before + step.Duration);
                onEnd(step.OperationName);
            },
        };
        ActivitySource.AddActivityListener(listener);
    }

    /// <summary>Since this was made.</summary>
    public TimeSpan Whole => Stopwatch.GetElapsedTime(began);

    /// <summary>Of steps by name.</summary>
    public TimeSpan Of(params string[] names) => TimeSpan.FromTicks(names.Sum(name => times.GetValueOrDefault(name).Ticks));

    public void Dispose() => listener.Dispose();
}

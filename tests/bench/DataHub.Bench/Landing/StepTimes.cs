using System.Collections.Concurrent;
using System.Diagnostics;

namespace DataHub.Bench.Landing;

/// <summary>Hears how long each step of a load takes.</summary>
internal sealed class StepTimes : IDisposable
{
    private readonly ConcurrentDictionary<string, TimeSpan> times = new(StringComparer.Ordinal);
    private readonly long began = Stopwatch.GetTimestamp();
    private readonly ActivityListener listener;

    public StepTimes()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "DataHub.Feeds",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = step => times.AddOrUpdate(step.OperationName, step.Duration, (_, before) => before + step.Duration),
        };
        ActivitySource.AddActivityListener(listener);
    }

    /// <summary>Since this was made.</summary>
    public TimeSpan Whole => Stopwatch.GetElapsedTime(began);

    /// <summary>The steps that took longest, all files together; what ran side by side counts twice.</summary>
    public IEnumerable<(string Name, TimeSpan Time)> Longest(int count) =>
        times.OrderByDescending(step => step.Value).Take(count).Select(step => (step.Key, step.Value));

    public void Dispose() => listener.Dispose();
}

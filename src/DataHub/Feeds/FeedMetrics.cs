using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using DataHub.Feeds.Loading;

namespace DataHub.Feeds;

/// <summary>What feeds bring, counted by feed in the process that loads; no value of any row.</summary>
internal static class FeedMetrics
{
    private static readonly Meter Meter = new("DataHub.Feeds");

    private static readonly Counter<long> Rows =
        Meter.CreateCounter<long>("datahub.feeds.rows", "{row}", "Rows of runs, by what became of them.");

    private static readonly Histogram<double> Duration =
        Meter.CreateHistogram<double>("datahub.feeds.run.duration", "s", "Time that reading and publishing a file took.");

    private static readonly ConcurrentDictionary<string, double> Ages = new(StringComparer.Ordinal);

    static FeedMetrics() => Meter.CreateObservableGauge(
        "datahub.feeds.newest_run.age",
        () => Ages.Select(age => new Measurement<double>(age.Value, new KeyValuePair<string, object?>("feed", age.Key))),
        "s", "Since the newest good run ended.");

    /// <summary>Counts a run that has ended.</summary>
    public static void Count(FeedRunResult run, TimeSpan time)
    {
        Add(run.Feed, "received", run.Received);
        Add(run.Feed, "unchanged", run.Unchanged);
        Add(run.Feed, "new", run.Created);
        Add(run.Feed, "changed", run.Changed);
        Add(run.Feed, "quarantined", run.Quarantined);
        Add(run.Feed, "vanished", run.Vanished);
        Duration.Record(time.TotalSeconds, new KeyValuePair<string, object?>("feed", run.Feed), new("status", run.Status));
    }

    /// <summary>Notes how old the newest good run of a feed is.</summary>
    public static void NoteAge(string feed, TimeSpan age) => Ages[feed] = age.TotalSeconds;

    private static void Add(string feed, string outcome, int rows) =>
        Rows.Add(rows, new KeyValuePair<string, object?>("feed", feed), new("outcome", outcome));
}

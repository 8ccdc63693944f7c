using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace DataHub.Feeds.Sources;

/// <summary>Figures on sources over HTTP, by name of the source.</summary>
internal static class SourceMetrics
{
    private static readonly Meter Meter = new("DataHub.Sources");
    private static readonly ConcurrentDictionary<string, int> Circuits = new(StringComparer.Ordinal);

    static SourceMetrics() => Meter.CreateObservableGauge(
        "datahub.source.circuit",
        static () => Circuits.Select(entry => new Measurement<int>(entry.Value, new KeyValuePair<string, object?>("source", entry.Key))),
        description: "0: the source is asked; 1: one call tries it; 2: it is left alone.");

    /// <summary>Attempts after the first.</summary>
    public static Counter<long> Retries { get; } = Meter.CreateCounter<long>("datahub.source.retries");

    /// <summary>Records received, before anything is compared.</summary>
    public static Counter<long> Records { get; } = Meter.CreateCounter<long>("datahub.source.records");

    /// <summary>Runs by their end: done, failed, skipped.</summary>
    public static Counter<long> Runs { get; } = Meter.CreateCounter<long>("datahub.source.runs");

    public static void SetCircuit(string source, string state) =>
        Circuits[source] = state switch { "CLOSED" => 0, "HALF_OPEN" => 1, _ => 2 };
}

using System.Diagnostics.Metrics;

namespace DataHub.Database;

/// <summary>Counters of this process, without names of clients.</summary>
internal static class DatabaseMetrics
{
    private static readonly Meter Meter = new("DataHub.Database");

    /// <summary>Requests that have their turn now.</summary>
    public static UpDownCounter<long> InUse { get; } = Meter.CreateUpDownCounter<long>("datahub.database.in_use");

    /// <summary>Requests that wait for their turn now.</summary>
    public static UpDownCounter<long> Waiting { get; } = Meter.CreateUpDownCounter<long>("datahub.database.waiting");

    /// <summary>Requests refused because too many waited, or because they waited too long.</summary>
    public static Counter<long> Refused { get; } = Meter.CreateCounter<long>("datahub.database.refused");

    /// <summary>Requests whose time was over before they were answered in whole.</summary>
    public static Counter<long> TimedOut { get; } = Meter.CreateCounter<long>("datahub.database.timed_out");

    /// <summary>Reads sent again because their connection had been broken while it was idle.</summary>
    public static Counter<long> Repeated { get; } = Meter.CreateCounter<long>("datahub.database.repeated");
}

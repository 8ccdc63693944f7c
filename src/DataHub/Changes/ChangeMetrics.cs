using System.Diagnostics.Metrics;

namespace DataHub.Changes;

/// <summary>Counters of this process, without names of clients or businesses.</summary>
internal static class ChangeMetrics
{
    private static readonly Meter Meter = new("DataHub.Changes");

    /// <summary>Events read from the outbox.</summary>
    public static Counter<long> Events { get; } = Meter.CreateCounter<long>("datahub.changes.events");

    /// <summary>Times that the listening connection was lost or not to be had.</summary>
    public static Counter<long> Reconnects { get; } = Meter.CreateCounter<long>("datahub.changes.reconnects");

    /// <summary>Subscribers connected now.</summary>
    public static UpDownCounter<long> Subscribers { get; } = Meter.CreateUpDownCounter<long>("datahub.changes.subscribers");

    /// <summary>Subscribers ended because they took their events too slowly.</summary>
    public static Counter<long> TooSlow { get; } = Meter.CreateCounter<long>("datahub.changes.too_slow");
}

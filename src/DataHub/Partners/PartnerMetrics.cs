using System.Diagnostics.Metrics;

namespace DataHub.Partners;

/// <summary>Counters of this process, without names of clients.</summary>
internal static class PartnerMetrics
{
    private static readonly Meter Meter = new("DataHub.Partners");

    /// <summary>Alarms raised, by kind.</summary>
    public static Counter<long> Alarms { get; } = Meter.CreateCounter<long>("datahub.partners.alarms");

    /// <summary>Requests refused for want of a quota, by code.</summary>
    public static Counter<long> OverQuota { get; } = Meter.CreateCounter<long>("datahub.partners.over_quota");
}

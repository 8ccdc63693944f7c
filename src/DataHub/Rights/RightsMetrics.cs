using System.Diagnostics.Metrics;

namespace DataHub.Rights;

/// <summary>Figures on requests of persons, without names.</summary>
internal static class RightsMetrics
{
    private static readonly Meter Meter = new("DataHub.Rights");
    private static long overdue;

    static RightsMetrics() => Meter.CreateObservableGauge(
        "datahub.rights.overdue", static () => Interlocked.Read(ref overdue), description: "Requests whose time is over and that are not closed.");

    /// <summary>Rows deleted or anonymised because their time was over, by kind of data.</summary>
    public static Counter<long> Removed { get; } = Meter.CreateCounter<long>("datahub.retention.removed");

    public static void SetOverdue(long requests) => Interlocked.Exchange(ref overdue, requests);
}

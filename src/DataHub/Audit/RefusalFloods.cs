using DataHub.GraphQL.Errors;
using DataHub.Partners;

namespace DataHub.Audit;

/// <summary>
/// Refusals for want of a budget cost who asks nothing, and may come by thousands a second: they are counted, by client and code, and entered
/// twice a minute at most. Safe for use by many threads.
/// </summary>
internal sealed class RefusalFloods
{
    /// <summary>How long refusals are gathered.</summary>
    public static readonly TimeSpan Time = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private Dictionary<(string? Organisation, string Client, string Code), Flood> minute = [];

    /// <summary>True when the refusal is to be entered now; false when it was counted.</summary>
    public bool Takes(LedgerEntry refusal)
    {
        if (refusal.Code is not { } code || !(code == ErrorCodes.RateLimited || QuotaErrors.Has(code))) return true;
        lock (gate)
        {
            if (minute.TryAdd((refusal.Organisation, refusal.Client, code), new Flood(refusal))) return true;
            minute[(refusal.Organisation, refusal.Client, code)].More++;
            return false;
        }
    }

    /// <summary>One entry for each client and code of which more than one came since the last time, and begins anew.</summary>
    public IReadOnlyList<LedgerEntry> TakeRest()
    {
        Dictionary<(string?, string, string), Flood> over;
        lock (gate)
        {
            if (minute.Count == 0) return [];
            (over, minute) = (minute, []);
        }
        return [.. over.Values.Where(flood => flood.More > 0).Select(flood => flood.Rest)];
    }

    private sealed class Flood(LedgerEntry first)
    {
        public int More { get; set; }

        // Which documents they were is not told of many.
        public LedgerEntry Rest => first with { Operation = null, Document = null, Fields = [], Persons = [], Businesses = [], Rows = More };
    }
}

using DataHub.Linkage.Golden;
using DataHub.Linkage.Review;
using DataHub.Linkage.Runs;
using DataHub.Linkage.Store;
using DataHub.Planning;
using DataHub.Shared.Secrets;

namespace DataHub.Linkage;

/// <summary>What answers for linkage, one for all views.</summary>
internal sealed class LinkageServices
{
    private readonly LinkRuns runs;

    public LinkageServices(HubParts parts)
    {
        runs = new LinkRuns(parts.DataSource, new Protector(parts.Keys), parts.Time);
        Queue = new ReviewQueue(parts, new ReviewReader(parts));
        Locks = new ReviewLocks(parts, Queue);
        Values = new ValueReader(parts);
        var desk = new DecisionDesk(parts, Relink);
        Decisions = new ReviewDecisions(desk, Queue);
        Businesses = new BusinessDecisions(desk);
        Undo = new EventUndo(desk, Businesses);
        Pins = new Pins(parts, Relink);
    }

    public ReviewQueue Queue { get; }

    public ReviewLocks Locks { get; }

    public ReviewDecisions Decisions { get; }

    public BusinessDecisions Businesses { get; }

    public EventUndo Undo { get; }

    public Pins Pins { get; }

    public ValueReader Values { get; }

    private async Task<long> Relink(IReadOnlyList<RecordKey> near, CancellationToken cancellation) =>
        (await runs.RunNearAsync([.. near.Select(record => new RecordName(record.Feed, record.Key))], cancellation)).PassId;
}

namespace DataHub.Changes;

/// <summary>An event as the outbox holds it: what it is about and where it stands, no values of businesses or persons.</summary>
/// <param name="Position">Place in the stream of all changes; places rise in the order in which changes became visible.</param>
/// <param name="At">When it was written, UTC.</param>
public abstract record Change(long Position, DateTime At);

/// <summary>A business is new, or fields of it changed.</summary>
/// <param name="BusinessId">The business.</param>
/// <param name="IsNew">True when it is new to the hub: all its fields changed.</param>
/// <param name="Attributes">Fields of <c>Business</c> that changed, by name and in the order of names; empty when it is new.</param>
/// <param name="Nibs">Every NIB that leads to the business when the event is read.</param>
public sealed record BusinessChanged(
    long Position, DateTime At, long BusinessId, bool IsNew, IReadOnlyList<string> Attributes, IReadOnlyList<string> Nibs)
    : Change(Position, At);

/// <summary>A load of a feed moved on.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Stage">As the contract's enum <c>FeedRunStage</c> names it.</param>
/// <param name="Received">Data rows read so far.</param>
/// <param name="Quarantined">Of these, rows that could not be read.</param>
/// <param name="PercentRead">Of the file's bytes, 0 to 100.</param>
public sealed record RunProgressed(long Position, DateTime At, long RunId, string Stage, int Received, int Quarantined, int PercentRead)
    : Change(Position, At)
{
    /// <summary>True when nothing follows; a held run goes on only when a steward releases it.</summary>
    public bool IsLast => Stage is "DONE" or "FAILED" or "HELD" or "DISCARDED";
}

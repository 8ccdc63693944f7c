namespace DataHub.Feeds;

/// <summary>Where a run stands, as a subscriber gets it.</summary>
/// <param name="Cursor">Place in the subscriber's stream.</param>
/// <param name="At">When it stood there, UTC.</param>
/// <param name="Stage">As the contract's enum <c>FeedRunStage</c> names it.</param>
/// <param name="Received">Data rows read so far.</param>
/// <param name="Quarantined">Of these, rows that could not be read.</param>
/// <param name="PercentRead">Of the file's bytes, 0 to 100.</param>
/// <param name="RunId">The run.</param>
public sealed record FeedRunProgress(string Cursor, DateTime At, string Stage, int Received, int Quarantined, int PercentRead, long RunId);

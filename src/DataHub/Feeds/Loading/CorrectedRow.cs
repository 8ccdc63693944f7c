using DataHub.Feeds.Reading;

namespace DataHub.Feeds.Loading;

/// <summary>A row that goes the way of all rows after a steward decided on it.</summary>
internal sealed record CorrectedRow(FeedDefinition Feed, string FileName, RawRow Row, Correction Decision);

/// <summary>A run that waits for a steward, and who lets it go.</summary>
internal sealed record HeldRun(long Id, string FileName, LoadKind Kind)
{
    /// <summary>Client and subject of the steward's token.</summary>
    public required string Actor { get; init; }

    /// <summary>The steward's words.</summary>
    public required string Reason { get; init; }
}

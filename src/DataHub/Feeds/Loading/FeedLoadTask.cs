using DataHub.Feeds.Reading;

namespace DataHub.Feeds.Loading;

/// <summary>What one load works on.</summary>
internal sealed record FeedLoadTask(FeedFile File, string FileName, RunLog Log)
{
    /// <summary>The file's feed.</summary>
    public FeedDefinition Feed => File.Header.Feed;

    /// <summary>What an operator has set for the feed.</summary>
    public required FeedSettings Settings { get; init; }

    /// <summary>What its rows are of all that the source has.</summary>
    public required LoadKind Kind { get; init; }

    /// <summary>A steward let the run go on although too many of its rows cannot be read.</summary>
    public bool IsReleased { get; init; }

    /// <summary>A linking pass follows when anything of it is new, and ends the run.</summary>
    public bool AwaitsLinking { get; init; }

    /// <summary>The decision that brings the row; null for what a source sends.</summary>
    public Correction? Correction { get; init; }

    /// <summary>True when so many rows of all cannot be read that a human has to look at the file first.</summary>
    public bool MustWait(int received, int quarantined) =>
        !IsReleased && Kind != LoadKind.Correction && received >= Settings.MinimumRows
        && quarantined * 100m > Settings.ErrorPercent * received;
}

/// <summary>A steward's decision on a row that could not be read.</summary>
/// <param name="ContentHash">Of the row as it came.</param>
/// <param name="State">What its entries become: CORRECTED or ACCEPTED.</param>
/// <param name="Actor">Client and subject of the steward's token.</param>
/// <param name="Reason">The steward's words; null: none.</param>
internal sealed record Correction(byte[] ContentHash, string State, string Actor, string? Reason);

namespace DataHub.Feeds.Sources;

/// <summary>What one answer of a source, or a handful of them, brought.</summary>
public sealed record SourcePage(IReadOnlyList<SourceRow> Rows)
{
    /// <summary>
    /// Up to here nothing of the source is missing once this page and those before it are published; null: that cannot be told yet.
    /// </summary>
    public long? Position { get; init; }

    /// <summary>NIBs that were asked for, and what came of it.</summary>
    public IReadOnlyList<NibAnswer> Nibs { get; init; } = [];
}

/// <summary>What came of asking for a NIB.</summary>
/// <param name="Nib">13 digits.</param>
/// <param name="Answer">FOUND, UNKNOWN to the source, REFUSED by it, or UNANSWERED after all attempts.</param>
/// <param name="AskedAt">When.</param>
public sealed record NibAnswer(string Nib, string Answer, DateTimeOffset AskedAt);

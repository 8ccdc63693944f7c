namespace DataHub.Feeds.Sources;

/// <summary>How a source is asked and how its records become rows of a feed.</summary>
internal abstract class SourceConnector
{
    /// <summary>The feed its records belong to.</summary>
    public abstract FeedDefinition Feed { get; }

    /// <summary>The call that gives the records, as the source names it.</summary>
    public abstract string Call { get; }

    /// <summary>
    /// All that the source has after a position, page by page; a page is asked for when the one before was taken. Throws
    /// <see cref="FeedRefusedException"/> in words without addresses or secrets.
    /// </summary>
    public abstract IAsyncEnumerable<SourcePage> PagesAsync(SourceQuestion question, CancellationToken cancel);
}

/// <summary>What is asked of a source.</summary>
/// <param name="Position">The cursor; null: from the beginning.</param>
/// <param name="Nibs">OSS: these before what is due.</param>
internal sealed record SourceQuestion(long? Position, IReadOnlyList<string> Nibs);

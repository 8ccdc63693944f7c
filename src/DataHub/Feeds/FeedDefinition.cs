namespace DataHub.Feeds;

/// <summary>A feed: its columns, its natural key, and what of a business it supplies.</summary>
/// <param name="Name">As the contract's enum <c>Feed</c> names it.</param>
/// <param name="Columns">In the source's order; the first one is the natural key.</param>
/// <param name="SourceDate">Column that dates a record by the source's own clock; null when there is none.</param>
/// <param name="Supplies">Fields of <c>Business</c> in the contract that come from this feed.</param>
public sealed record FeedDefinition(
    string Name, IReadOnlyList<FeedColumn> Columns, string? SourceDate, IReadOnlyList<string> Supplies)
{
    /// <summary>The natural key.</summary>
    public FeedColumn Key => Columns[0];

    /// <summary>Place of a column. Throws when the feed has none of that name.</summary>
    public int IndexOf(string column)
    {
        for (var i = 0; i < Columns.Count; i++)
            if (Columns[i].Name == column) return i;
        throw new ArgumentException($"The feed {Name} has no column {column}.", nameof(column));
    }

    /// <summary>The first column of a role; -1 when the feed has none.</summary>
    public int IndexOf(ColumnRole role)
    {
        for (var i = 0; i < Columns.Count; i++)
            if (Columns[i].Role == role) return i;
        return -1;
    }
}

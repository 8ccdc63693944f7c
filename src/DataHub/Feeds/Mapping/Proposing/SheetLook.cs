using DataHub.Feeds.Mapping.Sheets;

namespace DataHub.Feeds.Mapping.Proposing;

/// <summary>A table and what was found in it.</summary>
internal sealed record SheetLook(string? Sheet, FoundTable Table, IReadOnlyList<ColumnProfile> Columns, IReadOnlyList<Assigned> Assigned)
{
    /// <summary>Rows that look like records.</summary>
    public required IReadOnlyList<SheetRow> Records { get; init; }

    /// <summary>Columns that the file hides.</summary>
    public required IReadOnlySet<int> Hidden { get; init; }

    /// <summary>Why it is an aggregate; null when it is a list.</summary>
    public string? Aggregate { get; init; }

    /// <summary>Field that titles between the rows give.</summary>
    public string? Section { get; init; }

    /// <summary>How much it tells.</summary>
    public double Worth => Assigned.Sum(pair => pair.Confidence) * Math.Log2(2 + Records.Count);
}

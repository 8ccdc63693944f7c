namespace DataHub.Registry;

/// <summary>What happened to a business.</summary>
public enum BusinessChangeKind
{
    /// <summary>The hub knows it from now on.</summary>
    Created,

    /// <summary>Something about it is different.</summary>
    Changed,

    /// <summary>Another business was merged into it.</summary>
    Merged,

    /// <summary>It was divided.</summary>
    Split,
}

/// <summary>A change of a business as one subscriber gets it.</summary>
/// <param name="Cursor">Place in the subscriber's stream.</param>
/// <param name="At">When it was published, UTC.</param>
/// <param name="Nib">The first of the NIBs asked for that leads to the business.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Attributes">Fields of the business that changed and that the subscriber may have; empty for a new business.</param>
/// <param name="BusinessId">The business.</param>
public sealed record BusinessChange(
    string Cursor, DateTime At, string Nib, BusinessChangeKind Kind, IReadOnlyList<string> Attributes, long BusinessId)
{
    /// <summary>Id of the other business of a merge or split; null for other kinds.</summary>
    public string? OtherId { get; init; }
}

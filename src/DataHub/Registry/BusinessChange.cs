namespace DataHub.Registry;

/// <summary>What happened to a business.</summary>
public enum BusinessChangeKind
{
    /// <summary>The hub knows it from now on.</summary>
    Created,

    /// <summary>Something about it is different.</summary>
    Changed,
}

/// <summary>A change of a business as one subscriber gets it.</summary>
/// <param name="Cursor">Place in the subscriber's stream.</param>
/// <param name="At">When it was published, UTC.</param>
/// <param name="Nib">The first of the NIBs asked for that leads to the business.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Attributes">Fields of the business that changed and that the subscriber may have; empty for a new business.</param>
/// <param name="BusinessId">The business.</param>
public sealed record BusinessChange(
    string Cursor, DateTime At, string Nib, BusinessChangeKind Kind, IReadOnlyList<string> Attributes, long BusinessId);

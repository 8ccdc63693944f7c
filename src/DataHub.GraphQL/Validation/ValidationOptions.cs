namespace DataHub.GraphQL.Validation;

/// <summary>Bounds of a validation; a document is the work of a stranger.</summary>
public sealed record ValidationOptions
{
    /// <summary>Validation stops at this many errors; at least 1.</summary>
    public int MaxErrors { get; init; } = 50;

    /// <summary>
    /// How many selections the check of section 5.3.2 may look at again in another combination, beyond its linear work. A document without
    /// fragments and without selections on abstract types needs none; a document that needs more has more response keys than can be planned.
    /// </summary>
    public int MaxMergedSelections { get; init; } = 1_000_000;
}

namespace DataHub.GraphQL.Validation;

/// <summary>Bounds of a validation; a document is the work of a stranger.</summary>
public sealed record ValidationOptions
{
    /// <summary>Validation stops at this many errors; at least 1.</summary>
    public int MaxErrors { get; init; } = 50;

    /// <summary>
    /// How many selections and uses of variables may be looked at again because fragments are spread more than once. A document without
    /// fragments and abstract types needs none. One that needs more is refused: it has more response keys, or more operations over the
    /// same fragments, than a client has use for.
    /// </summary>
    public int MaxRevisits { get; init; } = 500_000;
}

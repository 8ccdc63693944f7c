namespace DataHub.GraphQL.Errors;

/// <summary>
/// One entry of <c>errors</c> in a response. https://spec.graphql.org/September2025/#sec-Errors
/// The message is for the client: it never carries a value the client did not itself write in the document, and never
/// the value of a custom scalar (an identifier of a person may be in it).
/// </summary>
/// <param name="Message">What is wrong, for a developer.</param>
/// <param name="Code">Stable machine-readable code, sent as <c>extensions.code</c>; see <see cref="ErrorCodes"/>.</param>
public sealed record GraphQLError(string Message, string Code)
{
    /// <summary>Places in the document; empty when the error belongs to no place.</summary>
    public IReadOnlyList<SourceLocation> Locations { get; init; } = [];

    /// <summary>Response keys (string) and list indices (int) from the root; null for errors raised before execution.</summary>
    public IReadOnlyList<object>? Path { get; init; }

    /// <summary>Section of the specification that a validation error refers to, as <c>5.2.2.1 Lone Anonymous Operation</c>; sent as <c>extensions.specification</c>.</summary>
    public string? Specification { get; init; }

    /// <summary>Further members of <c>extensions</c> (numbers exceeded, documents missing); null when there are none.</summary>
    public IReadOnlyDictionary<string, object?>? Extensions { get; init; }
}

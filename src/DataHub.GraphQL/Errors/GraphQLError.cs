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

    /// <summary>
    /// Section of the specification that a validation or syntax error refers to, number and title as in <c>5.2.2.1 Operation Name
    /// Uniqueness</c>; sent as <c>extensions.section</c> (the number) and <c>extensions.specifiedBy</c> (the address of its text). A
    /// heading without a number, from another text, is sent as <c>section</c> alone. Null for other errors.
    /// </summary>
    public string? Specification { get; init; }

    /// <summary>
    /// Schema coordinate of what an error of the schema itself is about, <c>Business.loans(first:)</c>; sent as
    /// <c>extensions.coordinate</c>. Null for errors of requests, and for faults of the schema definition, which has no coordinate
    /// (section 2.14).
    /// </summary>
    public string? Coordinate { get; init; }

    /// <summary>Further members of <c>extensions</c> (numbers exceeded, documents missing); null when there are none.</summary>
    public IReadOnlyDictionary<string, object?>? Extensions { get; init; }
}

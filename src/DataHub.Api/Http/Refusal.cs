using DataHub.Access;
using DataHub.GraphQL.Cost;
using DataHub.GraphQL.Errors;

namespace DataHub.Api.Http;

/// <summary>Why a request is not executed.</summary>
/// <param name="Status">HTTP status code.</param>
/// <param name="Error">Goes into the body as the only entry of <c>errors</c>.</param>
public sealed record Refusal(int Status, GraphQLError Error)
{
    public Refusal(int status, string code, string message) : this(status, new GraphQLError(message, code)) { }

    /// <summary>
    /// HTTP status code towards clients that take plain JSON only, which want 200 for whatever is wrong with a well-formed request.
    /// </summary>
    public int LegacyStatus { get; init; } = Status;

    /// <summary>Header that belongs to the status: <c>Allow</c> with 405, <c>WWW-Authenticate</c> with 401.</summary>
    public (string Name, string Value)? Header { get; init; }

    /// <summary>Who is refused, for the ledger, when the request was refused before it had a caller; null for those who are not known.</summary>
    public Caller? Refused { get; init; }

    /// <summary>What the answer says of its cost; null when it says nothing.</summary>
    public CostReport? Cost { get; init; }
}

/// <summary>A value, or why there is none; exactly one of the two is null.</summary>
public readonly record struct Checked<T>(T? Value, Refusal? Refusal) where T : class
{
    public static implicit operator Checked<T>(T value) => new(value, null);

    public static implicit operator Checked<T>(Refusal refusal) => new(null, refusal);
}

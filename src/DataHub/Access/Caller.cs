namespace DataHub.Access;

/// <summary>Who asks, as the token and the request's headers say after they were checked.</summary>
/// <param name="Client">Client the token was given to (<c>azp</c>, <c>appid</c> or <c>client_id</c>).</param>
/// <param name="Subject">The token's <c>sub</c>.</param>
/// <param name="Organisation">The token's <c>org</c>; for a bank its lender code. Null when the token names none.</param>
/// <param name="Scopes">Scopes that the contract knows, as its enum <c>Scope</c> names them.</param>
/// <param name="Purpose">The request's purpose, as the contract's enum <c>Purpose</c> names it.</param>
/// <param name="PersonId">The person an owner's token stands for; null for other callers.</param>
public sealed record Caller(
    string Client, string Subject, string? Organisation, IReadOnlySet<string> Scopes, string Purpose, long? PersonId)
{
    /// <summary>The caller's kind, by its purpose.</summary>
    public ConsumerKinds Kind => ConsumerKinds.ThatAsksFor(Purpose);

    /// <summary>Purposes that the caller's token lets it name, this one among them; empty when they are not known.</summary>
    public IReadOnlyList<string> ClaimablePurposes { get; init; } = [];

    /// <summary>All scopes of the token, also those that serve other purposes than this one; null: <see cref="Scopes"/> are all.</summary>
    public IReadOnlySet<string>? HeldScopes { get; init; }

    /// <summary>Number of the caller's own file for this request (header <c>X-Case-Number</c>); null when it gave none.</summary>
    public string? CaseNumber { get; init; }
}

using DataHub.Api.Identity.Keys;

namespace DataHub.Api.Identity;

/// <summary>The key of a <c>kid</c> (null when the token names none) for an algorithm; null when the issuer has no such key.</summary>
/// <remarks>Throws when the issuer's keys cannot be had now.</remarks>
public delegate ValueTask<VerificationKey?> FindKey(string? keyId, string algorithm, CancellationToken cancellationToken);

/// <summary>One issuer whose tokens the hub takes.</summary>
/// <param name="Names">Values of <c>iss</c>; Entra ID has one for each version of its tokens.</param>
/// <param name="Audiences">Values of <c>aud</c>.</param>
/// <param name="FindKey">Its keys.</param>
public sealed record TokenIssuer(IReadOnlyList<string> Names, IReadOnlyList<string> Audiences, FindKey FindKey)
{
    /// <summary>Entra ID's tenant: a token that names one (<c>tid</c>) has to name this. Null for other issuers.</summary>
    public string? Tenant { get; init; }

    /// <summary>
    /// Name of the hub among the issuer's clients, under which Keycloak tells roles (<c>resource_access</c>); null when it has none.
    /// </summary>
    public string? OwnClient { get; init; }

    /// <summary>
    /// True when a token without roles for <see cref="OwnClient"/> is refused: its audience alone does not say that it is for the hub.
    /// </summary>
    public bool NeedsOwnRoles { get; init; }
}

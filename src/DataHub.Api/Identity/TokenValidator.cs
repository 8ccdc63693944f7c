using DataHub.Access;
using DataHub.Api.Http;
using DataHub.Api.Identity.Keys;
using DataHub.Shared.Ids;

namespace DataHub.Api.Identity;

/// <summary>
/// Checks access tokens (RFC 7519, 8725, 9068): form first, then issuer, key, signature, audience and times, then what it grants.
/// </summary>
internal sealed class TokenValidator(TokenIssuers issuers, TokenGrants grants, TimeProvider clock, ILogger<TokenValidator> logger)
{
    /// <summary>Longest token in characters; Entra ID's are about 1,500.</summary>
    public const int MaxLength = 8_192;

    private static readonly Refusal Unavailable =
        new(503, HttpErrorCodes.IssuerUnavailable, "The keys of the token's issuer are not available at the moment. Try again shortly.");

    private readonly TokenCache cache = new(clock);

    public async ValueTask<Checked<AccessToken>> ValidateAsync(string token, CancellationToken cancellationToken)
    {
        if (token.Length > MaxLength) return Challenges.Invalid();
        var hash = TokenHash.Of(token);
        if (cache.Find(hash) is { } known) return known;
        if (CompactJws.Read(token) is not { } text || JoseHeader.Read(text.Header, JoseHeader.AccessTokenTypes) is not { } header)
            return Challenges.Invalid();
        if (TokenClaims.Read(text.Payload) is not { } claims || issuers.Find(claims.Issuer) is not { } issuer) return Challenges.Invalid();
        VerificationKey? key;
        try
        {
            key = await issuer.FindKey(header.KeyId, header.Algorithm, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            FailureLog.Write(logger, LogLevel.Error, exception);
            return Unavailable;
        }
        if (key is null || !key.IsSigned(text, header.Algorithm) || !IsFor(issuer, claims)) return Challenges.Invalid();
        // Only the holder of a genuine token is told what is wrong with its times.
        if (TokenTimes.Fault(claims, clock.GetUtcNow()) is { } fault) return Challenges.Invalid(fault);
        var granted = grants.Of(claims, issuer);
        return granted.Value is { } good ? cache.Add(hash, good) : granted;
    }

    private static bool IsFor(TokenIssuer issuer, TokenClaims claims)
    {
        if (!issuer.Audiences.Any(claims.Audiences.Contains)) return false;
        var isOtherTenant = issuer.Tenant is { } own && !own.Equals(claims.Tenant ?? own, StringComparison.OrdinalIgnoreCase);
        if (isOtherTenant) return false;
        return !issuer.NeedsOwnRoles || claims.ClientRoles.ContainsKey(issuer.OwnClient!);
    }
}

/// <summary>What a genuine token grants here.</summary>
internal sealed class TokenGrants(KnownScopes knownScopes, IdentitySettings settings, NodeIds ids)
{
    public Checked<AccessToken> Of(TokenClaims claims, TokenIssuer issuer)
    {
        long? person = null;
        if (claims.Person is { } id)
        {
            if (!ids.TryDecode("Person", id, out var number)) return Challenges.Invalid("The access token's person is not known here.");
            person = number;
        }
        if (claims.Binding is { IsProvable: false })
            return Challenges.Invalid("The access token is bound to a proof that this hub cannot check.");
        var constraint = settings.ConstraintOf(claims.Client);
        if (!TokenBinding.Satisfies(claims.Binding, constraint)) return Challenges.Unbound(constraint);
        var own = issuer.OwnClient is { } client ? claims.ClientRoles.GetValueOrDefault(client, []) : [];
        var scopes = knownScopes.Among(claims.Scopes.Concat(own));
        var expires = DateTimeOffset.FromUnixTimeSeconds((long)Math.Min(claims.Expires, 253_402_300_799));
        return new AccessToken(claims.Client, claims.Subject, claims.Organisation, scopes, Purposes.ClaimableWith(scopes), person, expires)
        {
            Binding = claims.Binding,
        };
    }
}

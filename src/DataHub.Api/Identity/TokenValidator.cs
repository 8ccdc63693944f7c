using DataHub.Access;
using DataHub.Api.Http;
using DataHub.Shared.Ids;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace DataHub.Api.Identity;

/// <summary>
/// Checks access tokens (RFC 7519, 8725, 9068): form first, then issuer, key, signature, audience and times, then what it grants.
/// </summary>
internal sealed class TokenValidator(
    TokenIssuers issuers, KnownScopes knownScopes, NodeIds ids, TimeProvider clock, ILogger<TokenValidator> logger)
{
    /// <summary>Longest token in characters; Entra ID's are about 1,500.</summary>
    public const int MaxLength = 8_192;

    private static readonly JsonWebTokenHandler Handler = new() { MaximumTokenSizeInBytes = MaxLength };

    private static readonly Refusal Unavailable =
        new(503, HttpErrorCodes.IssuerUnavailable, "The keys of the token's issuer are not available at the moment. Try again shortly.");

    private readonly TokenCache cache = new(clock);

    public async ValueTask<Checked<AccessToken>> ValidateAsync(string token, CancellationToken cancellationToken)
    {
        if (token.Length > MaxLength) return Challenges.Invalid();
        var hash = TokenHash.Of(token);
        if (cache.Find(hash) is { } known) return known;
        var (header, claims) = Read(token);
        if (header is null || claims is null || issuers.Find(claims.Issuer) is not { } issuer) return Challenges.Invalid();
        SecurityKey? key;
        try
        {
            key = await issuer.FindKey(header.KeyId, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            FailureLog.Write(logger, LogLevel.Error, exception);
            return Unavailable;
        }
        if (key is null || !await IsSignedAsync(token, claims.Issuer, issuer.Audiences, key)) return Challenges.Invalid();
        // Only the holder of a genuine token is told what is wrong with its times.
        if (TokenTimes.Fault(claims, clock.GetUtcNow()) is { } fault) return Challenges.Invalid(fault);
        var granted = Grant(claims);
        return granted.Value is { } good ? cache.Add(hash, good) : granted;
    }

    private static (TokenHeader?, TokenClaims?) Read(string token)
    {
        var text = token.AsSpan();
        Span<Range> segments = stackalloc Range[4];
        if (text.Split(segments, '.') != 3) return (null, null);
        return TokenHeader.Read(text[segments[0]]) is { } header ? (header, TokenClaims.Read(text[segments[1]])) : (null, null);
    }

    private static async ValueTask<bool> IsSignedAsync(string token, string issuer, IReadOnlyList<string> audiences, SecurityKey key)
    {
        var result = await Handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.EcdsaSha256],
            // One key, chosen by kid; the library would otherwise ask the token which key to take.
            IssuerSigningKeyResolver = (_, _, _, _) => [key],
            ValidIssuer = issuer,
            ValidAudiences = audiences,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            // Times are checked by TokenTimes, whose clock can be set and which knows the longest life.
            LifetimeValidator = (_, _, _, _) => true,
        });
        return result.IsValid;
    }

    private Checked<AccessToken> Grant(TokenClaims claims)
    {
        var scopes = knownScopes.Among(claims.Scopes);
        long? person = null;
        if (claims.Person is { } id)
        {
            if (!ids.TryDecode("Person", id, out var number)) return Challenges.Invalid("The access token's person is not known here.");
            person = number;
        }
        var expires = DateTimeOffset.FromUnixTimeSeconds((long)Math.Min(claims.Expires, 253_402_300_799));
        return new AccessToken(claims.Client, claims.Subject, claims.Organisation, scopes, Purposes.ClaimableWith(scopes), person, expires);
    }
}

using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DataHub.Api.Identity.Keys;

namespace DataHub.Api.Identity.Proofs;

/// <summary>What a proof has to be for.</summary>
/// <param name="Method">HTTP method of the request.</param>
/// <param name="Address">URL of the request; query and fragment do not count.</param>
internal readonly record struct ProofTarget(string Method, Uri Address)
{
    /// <summary>The token that comes with the proof; null where the token is only asked for.</summary>
    public string? Token { get; init; }

    /// <summary>Thumbprint of the key that the token is bound to; null likewise.</summary>
    public string? Key { get; init; }
}

/// <summary>The key that a proof was made with, or what is wrong with the proof; exactly one of the two is null.</summary>
internal readonly record struct ProofResult(string? Thumbprint, string? Fault);

/// <summary>Checks DPoP proofs (RFC 9449, section 4.3).</summary>
internal sealed class DpopProofs(TimeProvider clock)
{
    private const int MaxLength = 4_096;
    private const int MaxIdLength = 256;

    // A proof is made for the request it comes with; its time may be off by as much as clocks may differ.
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);

    private readonly ReplayStore used = new(2 * Window, 100_000, clock);

    /// <summary>A proof that was good once is not good again.</summary>
    public ProofResult Check(string proof, ProofTarget target)
    {
        if (proof.Length > MaxLength || CompactJws.Read(proof) is not { } text) return Fault("The DPoP header must be one signed JWT.");
        if (JoseHeader.Read(text.Header, JoseHeader.ProofTypes, bringsKey: true) is not { Key: { } key } header)
            return Fault("The DPoP proof's header must have typ dpop+jwt, alg ES256 or RS256 and a public key jwk that fits it.");
        if (!key.IsSigned(text, header.Algorithm)) return Fault("The DPoP proof's signature is wrong.");
        if (CompactJws.ReadObject(text.Payload, ProofClaims.Read) is not { } claims)
            return Fault("The DPoP proof must have jti, htm, htu and iat.");
        if (FaultOf(claims, target) is { } fault) return Fault(fault);
        if (target.Key is not null && target.Key != key.Thumbprint) return Fault("The DPoP proof's key is not the access token's.");
        return used.TryUse(key.Thumbprint, claims.Id)
            ? new ProofResult(key.Thumbprint, null)
            : Fault("The DPoP proof was used before.");
    }

    private string? FaultOf(ProofClaims claims, ProofTarget target)
    {
        if (claims.Id.Length is 0 or > MaxIdLength) return $"The DPoP proof's jti must have 1 to {MaxIdLength} characters.";
        if (claims.Method != target.Method) return "The DPoP proof's htm is not the request's method.";
        if (!IsSame(claims.Address, target.Address)) return "The DPoP proof's htu is not the request's address.";
        var age = clock.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0 - claims.IssuedAt;
        if (Math.Abs(age) > Window.TotalSeconds) return "The DPoP proof's iat is not now.";
        if (target.Token is null) return null;
        return claims.TokenHash == Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(target.Token)))
            ? null
            : "The DPoP proof's ath is not the access token's hash.";
    }

    // RFC 9449, section 4.3: after normalisation by syntax and scheme (RFC 3986, sections 6.2.2 and 6.2.3), which Uri does.
    private static bool IsSame(string named, Uri address) =>
        Uri.TryCreate(named, UriKind.Absolute, out var uri) && uri.UserInfo.Length == 0
            && uri.Scheme == address.Scheme && uri.IdnHost == address.IdnHost && uri.Port == address.Port
            && uri.AbsolutePath == address.AbsolutePath;

    private static ProofResult Fault(string fault) => new(null, fault);

    private sealed record ProofClaims(string Id, string Method, string Address, double IssuedAt)
    {
        public string? TokenHash { get; private init; }

        public static ProofClaims? Read(JsonElement payload)
        {
            var (id, method, address) =
                (CompactJws.Text(payload, "jti"), CompactJws.Text(payload, "htm"), CompactJws.Text(payload, "htu"));
            if (id is null || method is null || address is null || CompactJws.Number(payload, "iat") is not { } issued) return null;
            return new ProofClaims(id, method, address, issued) { TokenHash = CompactJws.Text(payload, "ath") };
        }
    }
}

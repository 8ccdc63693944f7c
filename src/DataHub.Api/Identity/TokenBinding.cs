using System.Text.Json;
using DataHub.Api.Identity.Keys;

namespace DataHub.Api.Identity;

/// <summary>Claim <c>cnf</c> (RFC 7800): what the holder of a token has to prove beside having it.</summary>
/// <param name="Certificate">
/// SHA-256 of the certificate of its TLS connection, in base64url (RFC 8705, section 3.1); null when the token is not bound to one.
/// </param>
/// <param name="Key">Thumbprint of the key that its DPoP proofs are signed with (RFC 9449, section 6.1); null likewise.</param>
/// <param name="IsProvable">False when the claim says something that the hub has no proof for: then the token is refused.</param>
public sealed record TokenBinding(string? Certificate, string? Key, bool IsProvable)
{
    internal static TokenBinding Read(JsonElement confirmation)
    {
        var (certificate, key) = (CompactJws.Text(confirmation, "x5t#S256"), CompactJws.Text(confirmation, "jkt"));
        var known = (certificate is null ? 0 : 1) + (key is null ? 0 : 1);
        return new TokenBinding(certificate, key, known > 0 && confirmation.EnumerateObject().Count() == known);
    }

    /// <summary>True when the token is bound as its client must have it.</summary>
    internal static bool Satisfies(TokenBinding? binding, SenderConstraint constraint) => constraint switch
    {
        SenderConstraint.None => true,
        SenderConstraint.Mtls => binding?.Certificate is not null,
        SenderConstraint.Dpop => binding?.Key is not null,
        _ => binding is not null,
    };
}

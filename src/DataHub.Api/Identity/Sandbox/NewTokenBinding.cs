using DataHub.Api.Identity.Proofs;

namespace DataHub.Api.Identity.Sandbox;

/// <summary>
/// What a new token is bound to: the key of the DPoP proof that comes with the request (RFC 9449, section 5), and for a client whose
/// tokens may be bound to a certificate the one of its connection (RFC 8705, section 3).
/// </summary>
internal sealed class NewTokenBinding(SenderConstraints constraints, SenderProofs senders, DpopProofs proofs, ClientCertificates certificates)
{
    /// <summary>Null when it is bound to nothing; or the error of RFC 9449, section 5.</summary>
    public (TokenBinding? Binding, TokenError? Error) Of(SandboxClient client, HttpContext http)
    {
        var certificate = constraints.TakesCertificates(client.Id) ? certificates.Thumbprint(http) : null;
        var sent = http.Request.Headers[CallerAuthentication.ProofHeader];
        if (sent.Count == 0) return (certificate is null ? null : new TokenBinding(certificate, null, IsProvable: true), null);
        if (senders.AddressOf(http.Request) is not { } address)
            return (null, BadProof("The sandbox takes no DPoP proofs: its operator has to set DataHub:Identity:PublicAddress."));
        if (sent is not [{ } proof]) return (null, BadProof("One DPoP header is enough."));
        var result = proofs.Check(proof, new ProofTarget(http.Request.Method, address));
        return result.Thumbprint is { } key
            ? (new TokenBinding(certificate, key, IsProvable: true), null)
            : (null, BadProof(result.Fault!));
    }

    private static TokenError BadProof(string description) => new(400, "invalid_dpop_proof", description);
}

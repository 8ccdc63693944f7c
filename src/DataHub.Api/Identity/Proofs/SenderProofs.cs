using DataHub.Api.Http;

namespace DataHub.Api.Identity.Proofs;

/// <summary>Whether the sender of a token is the one that it was given to.</summary>
internal sealed class SenderProofs(IdentitySettings settings, DpopProofs proofs, ClientCertificates certificates)
{
    private static readonly Refusal NotBoundToKey =
        Challenges.InvalidWithProof("The access token is not bound to a key: send it as Authorization: Bearer <token>.");

    /// <summary>Null when it is.</summary>
    /// <param name="binding">What the token is bound to; null when it is bound to nothing.</param>
    /// <param name="shown">The token, when it came with the scheme DPoP; null when it came with the scheme Bearer.</param>
    /// <param name="credentials">What it came with.</param>
    public Refusal? Check(TokenBinding? binding, string? shown, Credentials credentials)
    {
        if (binding?.Certificate is { } certificate && certificates.Thumbprint(credentials.Http) != certificate)
            return Challenges.OtherCertificate;
        if (binding?.Key is not { } key) return shown is null ? null : NotBoundToKey;
        if (shown is null || credentials.Proof is not [{ } proof]) return Challenges.ProofMissing;
        var request = credentials.Http.Request;
        if (AddressOf(request) is not { } address)
            return Challenges.BadProof("The hub takes no DPoP proofs: its operator has to set DataHub:Identity:PublicAddress.");
        // A socket is opened by GET over HTTP/1.1 and by CONNECT over HTTP/2 (RFC 8441); its client knows of the first only.
        var method = HttpMethods.IsConnect(request.Method) ? HttpMethods.Get : request.Method;
        var result = proofs.Check(proof, new ProofTarget(method, address) { Token = shown, Key = key });
        return result.Fault is { } fault ? Challenges.BadProof(fault) : null;
    }

    /// <summary>
    /// The address that a proof has to name; null when it is not known. The Host header is not believed: whoever was sent a proof made for
    /// an address of his own could pass it on under that name. Only for the hub's own machine nobody else can be meant.
    /// </summary>
    public Uri? AddressOf(HttpRequest request)
    {
        var path = request.PathBase.Add(request.Path).ToUriComponent();
        if (settings.PublicAddress is { } known) return new Uri(known, path);
        return Uri.TryCreate($"{request.Scheme}://{request.Host.ToUriComponent()}{path}", UriKind.Absolute, out var address)
            && address.IsLoopback ? address : null;
    }
}

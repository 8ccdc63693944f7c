using DataHub.Api.Http;
using DataHub.Api.Identity.Keys;

namespace DataHub.Api.Identity;

/// <summary>Refusals for want of a good token, with the header of RFC 6750, section 3, or RFC 9449, section 7.1.</summary>
internal static class Challenges
{
    private const string Realm = "Bearer realm=\"datahub\"";
    private const string ProofRealm = "DPoP realm=\"datahub\"";

    /// <summary>No token at all: the header then says no more than the scheme.</summary>
    public static readonly Refusal Missing = Unauthenticated("The request needs an access token: Authorization: Bearer <token>.", Realm);

    /// <summary>More than one Authorization header, or one of another form.</summary>
    public static readonly Refusal Malformed = new(
        400, HttpErrorCodes.Unauthenticated, "The request must carry exactly one Authorization header with one bearer token.")
    {
        Header = ("WWW-Authenticate", $"{Realm}, error=\"invalid_request\""),
    };

    /// <summary>A token that is bound to a key came as if it were not.</summary>
    public static readonly Refusal ProofMissing = ByProof(
        "The access token is bound to a key: send it as Authorization: DPoP <token> with one DPoP header.", "invalid_token");

    /// <summary>A token that is bound to a certificate came over a connection without it.</summary>
    public static readonly Refusal OtherCertificate =
        WithReason("The access token is bound to a TLS client certificate that this connection does not have.");

    private static readonly Refusal NotValid = WithReason("The access token is not valid.");

    /// <summary>A token that does not hold. <paramref name="reason"/> has no double quotes.</summary>
    public static Refusal Invalid(string? reason = null) => reason is null ? NotValid : WithReason(reason);

    /// <summary>A token that came with the scheme DPoP and does not hold without regard to its proof.</summary>
    public static Refusal InvalidWithProof(string reason) => ByProof(reason, "invalid_token");

    /// <summary>A proof that does not hold. <paramref name="fault"/> has no double quotes.</summary>
    public static Refusal BadProof(string fault) => ByProof(fault, "invalid_dpop_proof");

    /// <summary>The client's tokens have to be bound, and this one is not.</summary>
    public static Refusal Unbound(SenderConstraint constraint) => constraint == SenderConstraint.Mtls
        ? WithReason("The tokens of this client must be bound to its TLS client certificate (RFC 8705).")
        : ByProof(constraint == SenderConstraint.Dpop
            ? "The tokens of this client must be bound to its key (RFC 9449)."
            : "The tokens of this client must be bound to its TLS client certificate (RFC 8705) or its key (RFC 9449).", "invalid_token");

    /// <summary>A good token that grants too little.</summary>
    public static Refusal Insufficient(string code, string message) => new(403, code, message)
    {
        Header = ("WWW-Authenticate", $"{Realm}, error=\"insufficient_scope\""),
    };

    private static Refusal WithReason(string reason) =>
        Unauthenticated(reason, $"{Realm}, error=\"invalid_token\", error_description=\"{reason}\"");

    private static Refusal ByProof(string reason, string error) => Unauthenticated(
        reason, $"{ProofRealm}, error=\"{error}\", error_description=\"{reason}\", algs=\"{VerificationKey.Algorithms}\"");

    private static Refusal Unauthenticated(string message, string challenge) => new(401, HttpErrorCodes.Unauthenticated, message)
    {
        Header = ("WWW-Authenticate", challenge),
    };
}

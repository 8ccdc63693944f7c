using DataHub.Api.Http;

namespace DataHub.Api.Identity;

/// <summary>Refusals for want of a good token, with the header of RFC 6750, section 3.</summary>
internal static class Challenges
{
    private const string Realm = "Bearer realm=\"datahub\"";

    /// <summary>No token at all: the header then says no more than the scheme.</summary>
    public static readonly Refusal Missing = Unauthenticated("The request needs an access token: Authorization: Bearer <token>.", Realm);

    /// <summary>More than one Authorization header, or one of another form.</summary>
    public static readonly Refusal Malformed = new(
        400, HttpErrorCodes.Unauthenticated, "The request must carry exactly one Authorization header with one bearer token.")
    {
        Header = ("WWW-Authenticate", $"{Realm}, error=\"invalid_request\""),
    };

    private static readonly Refusal NotValid = WithReason("The access token is not valid.");

    /// <summary>A token that does not hold. <paramref name="reason"/> has no double quotes.</summary>
    public static Refusal Invalid(string? reason = null) => reason is null ? NotValid : WithReason(reason);

    /// <summary>A good token that grants too little.</summary>
    public static Refusal Insufficient(string code, string message) => new(403, code, message)
    {
        Header = ("WWW-Authenticate", $"{Realm}, error=\"insufficient_scope\""),
    };

    private static Refusal WithReason(string reason) =>
        Unauthenticated(reason, $"{Realm}, error=\"invalid_token\", error_description=\"{reason}\"");

    private static Refusal Unauthenticated(string message, string challenge) => new(401, HttpErrorCodes.Unauthenticated, message)
    {
        Header = ("WWW-Authenticate", challenge),
    };
}

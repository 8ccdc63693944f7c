using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace DataHub.Api.Identity.Sandbox;

/// <summary>Who asks for a token: HTTP Basic, form members or a signed assertion, never two of them (RFC 6749, section 2.3).</summary>
internal sealed class ClientCredentials(ClientKeys keys, ClientAssertions assertions)
{
    private static readonly TokenError Twice =
        new(400, "invalid_request", "Say once who asks: in the Authorization header, by a secret in the form, or by a client_assertion.");

    private static readonly TokenError OtherAssertion =
        new(400, "invalid_request", $"The client_assertion_type must be {ClientAssertions.Type}.");

    private static readonly TokenError NoClient = new(401, "invalid_client", "There is no such client, or the secret is another one.");

    private static readonly TokenError BadAssertion = new(401, "invalid_client",
        "The client_assertion must be signed (ES256, RS256) with a registered key, have iss and sub the client, aud this endpoint or "
        + "issuer, a jti that was not used before, and an exp at most 5 minutes away.");

    /// <summary>The client, or the error of RFC 6749, section 5.2.</summary>
    public (SandboxClient? Client, TokenError? Error) Check(HttpRequest request, IFormCollection form)
    {
        var (isBasic, isSigned) = (request.Headers.Authorization.Count > 0, form.ContainsKey("client_assertion"));
        if ((isBasic ? 1 : 0) + (isSigned ? 1 : 0) + (form.ContainsKey("client_secret") ? 1 : 0) > 1) return (null, Twice);
        if (isSigned) return CheckAssertion(request, form);
        var (id, secret) = isBasic
            ? Basic(request.Headers.Authorization.ToString())
            : (form["client_id"].ToString(), form["client_secret"].ToString());
        var isRight = CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(SandboxClient.Secret));
        // A client that signs has no secret: the weaker of two ways is the one that is attacked.
        return isRight && SandboxClient.Find(id) is { } client && !keys.Has(id) ? (client, null) : (null, NoClient);
    }

    private (SandboxClient? Client, TokenError? Error) CheckAssertion(HttpRequest request, IFormCollection form)
    {
        if (form["client_assertion_type"] != ClientAssertions.Type || form["client_assertion"].Count != 1) return (null, OtherAssertion);
        var client = assertions.Check(form["client_assertion"].ToString(), request);
        // RFC 7521, section 4.2: the form may name the client too, and must then name the same.
        var isSame = !form.ContainsKey("client_id") || form["client_id"] == client?.Id;
        return client is not null && isSame ? (client, null) : (null, BadAssertion);
    }

    private static (string Id, string Secret) Basic(string header)
    {
        if (!AuthenticationHeaderValue.TryParse(header, out var parsed)
            || !"Basic".Equals(parsed.Scheme, StringComparison.OrdinalIgnoreCase))
            return ("", "");
        var bytes = new byte[header.Length];
        if (!Convert.TryFromBase64String(parsed.Parameter ?? "", bytes, out var length)) return ("", "");
        var parts = Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2);
        // Both parts are form-encoded before they are joined (RFC 6749, section 2.3.1).
        return parts.Length == 2 ? (Uri.UnescapeDataString(parts[0]), Uri.UnescapeDataString(parts[1])) : ("", "");
    }
}

/// <summary>An error answer of the token endpoint.</summary>
internal sealed record TokenError(int Status, string Code, string Description);

using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace DataHub.Api.Identity.Sandbox;

/// <summary>Who asks for a token: HTTP Basic or form members, never both (RFC 6749, section 2.3.1).</summary>
internal static class ClientCredentials
{
    /// <summary>The client, or the error of RFC 6749, section 5.2.</summary>
    public static (SandboxClient? Client, TokenError? Error) Check(HttpRequest request, IFormCollection form)
    {
        var isBasic = request.Headers.Authorization.Count > 0;
        if (isBasic && form.ContainsKey("client_secret"))
            return (null, new TokenError(400, "invalid_request", "Send the secret once: in the Authorization header or in the form."));
        var (id, secret) = isBasic
            ? Basic(request.Headers.Authorization.ToString())
            : (form["client_id"].ToString(), form["client_secret"].ToString());
        var isRight = CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(SandboxClient.Secret));
        return isRight && SandboxClient.Find(id) is { } client
            ? (client, null)
            : (null, new TokenError(401, "invalid_client", "There is no such client, or the secret is another one."));
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

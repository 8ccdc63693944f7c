using DataHub.Api.Identity.Keys;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace DataHub.Api.Identity.Sandbox;

/// <summary>The sandbox issuer's metadata (OpenID Connect Discovery 1.0, section 3) and keys (RFC 7517).</summary>
internal sealed class DiscoveryEndpoints(SandboxIssuer issuer, IdentitySettings settings, IServer server)
{
    public const string MetadataPath = "/.well-known/openid-configuration";
    public const string KeysPath = "/.well-known/jwks.json";

    private static readonly string[] Grants = ["client_credentials"];
    private static readonly string[] AuthenticationMethods = ["client_secret_basic", "client_secret_post", "private_key_jwt"];
    private static readonly string[] Algorithms = VerificationKey.Algorithms.Split(' ');

    public Task WriteMetadataAsync(HttpContext http)
    {
        // The address the hub is known by or listens on, not the Host header, which is whatever the client wrote.
        var address = settings.PublicAddress?.AbsoluteUri.TrimEnd('/')
            ?? server.Features.Get<IServerAddressesFeature>()!.Addresses.First().TrimEnd('/');
        return http.Response.WriteAsJsonAsync(new Dictionary<string, object>
        {
            ["issuer"] = issuer.Settings.Issuer,
            ["token_endpoint"] = address + TokenEndpoint.Path,
            ["jwks_uri"] = address + KeysPath,
            ["audience"] = SandboxSettings.Audience,
            ["grant_types_supported"] = Grants,
            ["token_endpoint_auth_methods_supported"] = AuthenticationMethods,
            ["token_endpoint_auth_signing_alg_values_supported"] = Algorithms,
            ["dpop_signing_alg_values_supported"] = Algorithms,
            ["tls_client_certificate_bound_access_tokens"] = settings.UsesCertificates,
            ["scopes_supported"] = SandboxClient.All.SelectMany(client => client.Scopes).Distinct().Order(StringComparer.Ordinal).ToArray(),
        });
    }

    public Task WriteKeysAsync(HttpContext http)
    {
        var key = issuer.Key.PublicKey;
        var members = new Dictionary<string, string?>
        {
            ["kty"] = key.Kty,
            ["use"] = key.Use,
            ["alg"] = key.Alg,
            ["kid"] = key.KeyId,
            ["n"] = key.N,
            ["e"] = key.E,
            ["crv"] = key.Crv,
            ["x"] = key.X,
            ["y"] = key.Y,
        };
        return http.Response.WriteAsJsonAsync(new { keys = new[] { members.Where(m => m.Value is not null).ToDictionary() } });
    }
}

using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace DataHub.Api.Identity;

/// <summary>Issuers that publish their keys by OpenID Connect Discovery: Entra ID, and any other authority.</summary>
internal static class OpenIdIssuers
{
    private const int MaxMetadataBytes = 1_000_000;
    private static readonly TimeSpan MetadataTime = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Reads the sections <c>AzureAd</c> and <c>Oidc</c>; a section that is absent gives no issuer, one that is incomplete refuses the
    /// start.
    /// </summary>
    public static IEnumerable<TokenIssuer> From(IConfiguration configuration)
    {
        if (configuration.GetSection("AzureAd") is var azure && azure.Exists()) yield return AzureAd(azure);
        if (configuration.GetSection("Oidc") is var oidc && oidc.Exists()) yield return Oidc(oidc);
    }

    // Keys and meaning as Microsoft.Identity.Web reads them.
    private static TokenIssuer AzureAd(IConfigurationSection section)
    {
        var instance = (section["Instance"] ?? "https://login.microsoftonline.com").TrimEnd('/');
        var tenant = Required(section, "TenantId");
        if (!Guid.TryParse(tenant, out _))
            throw new StartRefusedException("AzureAd:TenantId must be the tenant's GUID: tokens name it in their issuer.");
        var audiences = section["Audience"] is { Length: > 0 } audience ? [audience] : DefaultAudiences(Required(section, "ClientId"));
        // An app registration asks for version 1 or 2 of access tokens; both are signed with the tenant's keys.
        return Discovered($"{instance}/{tenant}/v2.0", [$"{instance}/{tenant}/v2.0", $"https://sts.windows.net/{tenant}/"], audiences);
    }

    private static string[] DefaultAudiences(string clientId) => [clientId, $"api://{clientId}"];

    private static TokenIssuer Oidc(IConfigurationSection section)
    {
        var authority = Required(section, "Authority").TrimEnd('/');
        // Some authorities end their issuer with a slash; OpenID Connect Discovery 1.0, section 4.1 finds the same document for both.
        return Discovered(authority, [authority, $"{authority}/"], [Required(section, "Audience")]);
    }

    private static TokenIssuer Discovered(string authority, string[] names, string[] audiences)
    {
        if (!Uri.TryCreate(authority, UriKind.Absolute, out var address))
            throw new StartRefusedException($"The authority {authority} is no URL.");
        var isLoopback = address.Scheme == Uri.UriSchemeHttp && address.IsLoopback;
        if (address.Scheme != Uri.UriSchemeHttps && !isLoopback)
            throw new StartRefusedException($"The authority {authority} must be an https URL: its keys decide who may ask.");
        var client = new HttpClient { Timeout = MetadataTime, MaxResponseContentBufferSize = MaxMetadataBytes };
        var manager = new ConfigurationManager<OpenIdConnectConfiguration>(
            $"{authority}/.well-known/openid-configuration",
            new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever(client) { RequireHttps = !isLoopback });
        return new TokenIssuer(names, audiences, (keyId, cancellationToken) => FindKeyAsync(manager, keyId, cancellationToken));
    }

    private static async ValueTask<SecurityKey?> FindKeyAsync(
        ConfigurationManager<OpenIdConnectConfiguration> manager, string? keyId, CancellationToken cancellationToken)
    {
        var metadata = await manager.GetConfigurationAsync(cancellationToken);
        if (keyId is null) return null;
        var key = metadata.SigningKeys.FirstOrDefault(k => k.KeyId == keyId);
        // The issuer may have changed its keys; the manager asks at most once in five minutes, whatever tokens say.
        if (key is null) manager.RequestRefresh();
        return key;
    }

    private static string Required(IConfigurationSection section, string name) => section[name] is { Length: > 0 } value
        ? value
        : throw new StartRefusedException($"The setting {section.Path}:{name} is missing.");
}

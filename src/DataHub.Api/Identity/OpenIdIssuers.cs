using DataHub.Api.Identity.Keys;

namespace DataHub.Api.Identity;

/// <summary>Issuers that publish their keys by OpenID Connect Discovery: Entra ID, and any other authority.</summary>
internal sealed class OpenIdIssuers(
    IConfiguration configuration, IdentitySettings settings, TimeProvider clock, ILogger<AuthorityKeys> logger) : IDisposable
{
    private const int MaxMetadataBytes = 1_000_000;

    // A redirect would lead to an address that the operator did not name.
    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        Timeout = TimeSpan.FromSeconds(5),
        MaxResponseContentBufferSize = MaxMetadataBytes,
    };

    private readonly KeyTimes times = new(settings.KeyRefresh, settings.KeyRetry, settings.KeyOutage, clock);

    /// <summary>
    /// Reads the sections <c>AzureAd</c> and <c>Oidc</c>; a section that is absent gives no issuer, one that is incomplete refuses the
    /// start.
    /// </summary>
    public IEnumerable<TokenIssuer> All()
    {
        if (configuration.GetSection("AzureAd") is var azure && azure.Exists())
            foreach (var issuer in AzureAd(azure)) yield return issuer;
        if (configuration.GetSection("Oidc") is var oidc && oidc.Exists()) yield return Oidc(oidc);
    }

    public void Dispose() => client.Dispose();

    // Keys and meaning as Microsoft.Identity.Web reads them; the list of further tenants is the hub's own.
    private List<TokenIssuer> AzureAd(IConfigurationSection section)
    {
        var instance = (section["Instance"] ?? "https://login.microsoftonline.com").TrimEnd('/');
        var allowed = Texts(section, "AllowedTenants");
        string[] own = section["TenantId"] is { Length: > 0 } || allowed.Length == 0 ? [Required(section, "TenantId")] : [];
        var tenants = own.Concat(allowed).ToList();
        if (!tenants.TrueForAll(tenant => Guid.TryParseExact(tenant, "D", out _)))
            throw new StartRefusedException("AzureAd:TenantId and :AllowedTenants must be GUIDs: tokens name their tenant so.");
        var audiences = Texts(section, "Audience") is { Length: > 0 } named ? named : DefaultAudiences(Required(section, "ClientId"));
        return [.. tenants.Distinct(StringComparer.OrdinalIgnoreCase).Select(tenant => Tenant(instance, tenant, audiences))];
    }

    private TokenIssuer Tenant(string instance, string tenant, string[] audiences)
    {
        // An app registration asks for version 1 or 2 of access tokens; both are signed with the same keys.
        var (current, former) = ($"{instance}/{tenant}/v2.0", $"https://sts.windows.net/{tenant}/");
        var authority = Authority.At(current, [current, former]) with { Tenant = tenant };
        return From(authority, [current, former], audiences) with { Tenant = tenant };
    }

    private static string[] DefaultAudiences(string clientId) => [clientId, $"api://{clientId}"];

    private TokenIssuer Oidc(IConfigurationSection section)
    {
        var authority = Required(section, "Authority").TrimEnd('/');
        // Some authorities end their issuer with a slash; OpenID Connect Discovery 1.0, section 4.1 finds the same document for both.
        // An authority that is reached by another address than it names itself by (Keycloak's hostname) is told apart by Issuer.
        string[] names = section["Issuer"] is { Length: > 0 } issuer ? [issuer] : [authority, $"{authority}/"];
        var (audiences, ownClient) = (Texts(section, "Audience"), section["ClientId"]);
        if (audiences.Length == 0) audiences = [Required(section, "Audience")];
        // Keycloak gives this audience to every client of a realm.
        var isShared = audiences.Contains("account");
        if (isShared && string.IsNullOrEmpty(ownClient))
            throw new StartRefusedException("Oidc:Audience account is every client's: Oidc:ClientId must say whose roles are asked for.");
        return From(Authority.At(authority, names), names, audiences) with { OwnClient = ownClient, NeedsOwnRoles = isShared };
    }

    private TokenIssuer From(Authority authority, string[] names, string[] audiences)
    {
        var keys = new AuthorityKeys(authority, client, times, logger);
        // A token that names no key is not checked against each: the authorities that publish several name them.
        return new TokenIssuer(names, audiences, (keyId, algorithm, cancellationToken) =>
            keyId is null ? new ValueTask<VerificationKey?>() : keys.FindAsync(keyId, algorithm, cancellationToken));
    }

    /// <summary>One value or several (<c>Audience</c> or <c>Audience:0</c>, …); none when the setting is absent.</summary>
    private static string[] Texts(IConfigurationSection section, string name) => section[name] is { Length: > 0 } value
        ? [value]
        : [.. section.GetSection(name).GetChildren().Select(child => child.Value).OfType<string>()];

    private static string Required(IConfigurationSection section, string name) => section[name] is { Length: > 0 } value
        ? value
        : throw new StartRefusedException($"The setting {section.Path}:{name} is missing.");
}

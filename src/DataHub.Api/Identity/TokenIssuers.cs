namespace DataHub.Api.Identity;

/// <summary>All issuers whose tokens the hub takes, by the name that tokens give.</summary>
public sealed class TokenIssuers
{
    private readonly Dictionary<string, TokenIssuer> byName = new(StringComparer.Ordinal);

    public TokenIssuers(IEnumerable<TokenIssuer> issuers)
    {
        foreach (var issuer in issuers)
            foreach (var name in issuer.Names)
                if (!byName.TryAdd(name, issuer)) throw new StartRefusedException($"Two configured token issuers have the name {name}.");
        if (byName.Count == 0)
            throw new StartRefusedException(
                "No token issuer is configured: set AzureAd:TenantId and :ClientId, or Oidc:Authority and :Audience.");
    }

    /// <summary>Null when no such issuer is configured.</summary>
    public TokenIssuer? Find(string name) => byName.GetValueOrDefault(name);
}

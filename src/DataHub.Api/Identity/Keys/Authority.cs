using System.Text.Json;

namespace DataHub.Api.Identity.Keys;

/// <summary>Where an authority publishes its keys.</summary>
/// <param name="MetadataAddress">Of its discovery document.</param>
/// <param name="Issuers">Values of <c>issuer</c> that the document may have.</param>
public sealed record Authority(Uri MetadataAddress, IReadOnlyList<string> Issuers)
{
    /// <summary>Entra ID's tenant; null for other authorities.</summary>
    public string? Tenant { get; init; }

    /// <summary>Refuses the start for an address without TLS: its keys decide who may ask.</summary>
    public static Authority At(string address, IReadOnlyList<string> issuers)
    {
        if (!Uri.TryCreate($"{address}/.well-known/openid-configuration", UriKind.Absolute, out var metadata))
            throw new StartRefusedException($"The authority {address} is no URL.");
        var authority = new Authority(metadata, issuers);
        return authority.MayAsk(metadata)
            ? authority
            : throw new StartRefusedException($"The authority {address} must be an https URL: its keys decide who may ask.");
    }

    /// <summary>True for https, and for an authority of the same machine.</summary>
    public bool MayAsk(Uri address) => address.Scheme == Uri.UriSchemeHttps
        || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback && MetadataAddress.IsLoopback);

    /// <summary>
    /// False for a key that signs for other issuers only. Entra ID publishes the keys of all its tenants everywhere; its member
    /// <c>issuer</c> says for whom each signs, with the tenant left open where it signs for all.
    /// </summary>
    public bool IsOwn(JsonElement key) => key.ValueKind == JsonValueKind.Object
        && (!key.TryGetProperty("issuer", out var issuer) || issuer.ValueKind != JsonValueKind.String
            || Issuers.Contains(issuer.GetString()!.Replace("{tenantid}", Tenant, StringComparison.OrdinalIgnoreCase)));
}

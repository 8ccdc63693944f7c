using System.Collections.Frozen;
using System.Net;
using DataHub.Access;

namespace DataHub.Partners;

/// <summary>A partner made ready for a look at each request.</summary>
public sealed class PartnerEntry
{
    private readonly IPNetwork[] networks;
    private readonly FrozenSet<string>? documents;

    public PartnerEntry(Partner partner)
    {
        Partner = partner;
        Kind = Partner.KindOf(partner.Kind);
        // Whatever the row says, a kind never has more than is fixed for it.
        Scopes = partner.Scopes.Where(Kind.Scopes.Contains).ToFrozenSet(StringComparer.Ordinal);
        Purposes = [.. partner.Purposes.Where(purpose => purpose == Kind.Purpose)];
        networks = [.. partner.Networks.Select(IPNetwork.Parse)];
        documents = partner.Documents?.ToFrozenSet(StringComparer.Ordinal);
    }

    public Partner Partner { get; }

    public ConsumerKinds Kind { get; }

    /// <summary>Scopes that its tokens may use.</summary>
    public IReadOnlySet<string> Scopes { get; }

    /// <summary>Purposes that it may claim.</summary>
    public IReadOnlyList<string> Purposes { get; }

    /// <summary>False: it may run listed documents only.</summary>
    public bool MayRunAnyDocument => documents is null;

    /// <summary>Whether it may run the document of that SHA-256 (lower-case hex).</summary>
    public bool MayRun(string hash) => documents is null || documents.Contains(hash);

    /// <summary>Whether it may come from an address; null: the address is not known.</summary>
    public bool MayComeFrom(IPAddress? address)
    {
        if (networks.Length == 0) return true;
        if (address is null) return false;
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        foreach (var network in networks)
            if (network.Contains(plain)) return true;
        return false;
    }
}

using System.Net;

namespace DataHub.Api.Http;

/// <summary>Which proxies stand before the hub: <c>DataHub:Proxies</c> (networks) and <c>DataHub:ProxyHeader</c>.</summary>
/// <param name="Networks">Networks of proxies; empty: there is none, and no header is believed.</param>
/// <param name="Header">The one header that they write, <c>X-Forwarded-For</c> or <c>Forwarded</c>. A second one would be the client's
/// own.</param>
public sealed record ProxySettings(IReadOnlyList<IPNetwork> Networks, string Header)
{
    public const string ForwardedFor = "X-Forwarded-For";

    /// <summary>RFC 7239.</summary>
    public const string Forwarded = "Forwarded";

    /// <summary>Throws <see cref="StartRefusedException"/> when a value cannot be meant.</summary>
    public static ProxySettings From(IConfiguration configuration)
    {
        var networks = new List<IPNetwork>();
        foreach (var entry in configuration.GetSection("DataHub:Proxies").GetChildren())
        {
            if (!TryRead(entry.Value ?? "", out var network))
                throw new StartRefusedException("DataHub:Proxies must name networks or addresses, like 10.0.0.0/8 or 10.1.2.3.");
            networks.Add(network);
        }
        var header = configuration["DataHub:ProxyHeader"] ?? ForwardedFor;
        if (header is not (ForwardedFor or Forwarded)) throw new StartRefusedException($"DataHub:ProxyHeader must be {ForwardedFor} or {Forwarded}.");
        return new ProxySettings(networks, header);
    }

    private static bool TryRead(string text, out IPNetwork network)
    {
        if (IPNetwork.TryParse(text, out network)) return true;
        if (!IPAddress.TryParse(text, out var address)) return false;
        network = new IPNetwork(address, address.GetAddressBytes().Length * 8);
        return true;
    }
}

using System.Net;
using System.Net.Sockets;
using DataHub.Api.Hosting;

namespace DataHub.Api.Identity;

/// <summary>Section <c>DataHub:Identity</c>.</summary>
public sealed record IdentitySettings
{
    /// <summary>What is asked of clients that <see cref="Clients"/> does not name.</summary>
    public SenderConstraint SenderConstraint { get; init; } = SenderConstraint.None;

    /// <summary>By the client's id, as tokens spell it.</summary>
    public IReadOnlyDictionary<string, ClientIdentity> Clients { get; init; } = new Dictionary<string, ClientIdentity>();

    /// <summary>
    /// Where clients reach the hub, <c>https://hub.example.go.id</c>: the address that their DPoP proofs name. Null: the address that a
    /// request was sent to, which is another one behind a proxy that ends TLS.
    /// </summary>
    public Uri? PublicAddress { get; init; }

    /// <summary>
    /// Header in which a proxy passes on the certificate of the client's TLS connection, in PEM (also escaped as in URLs), in base64, or
    /// as in RFC 9440. Null: no header is believed.
    /// </summary>
    public string? ClientCertificateHeader { get; init; }

    /// <summary>Addresses (<c>10.1.2.3</c>) and networks (<c>10.1.0.0/16</c>) of the proxies whose header is believed.</summary>
    public IReadOnlyList<string> ClientCertificateProxies { get; init; } = [];

    /// <summary>How old an authority's keys may get before they are fetched again; a key that it withdraws ends then.</summary>
    public TimeSpan KeyRefresh { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Least time between two fetches, also for tokens that name a key nobody knows.</summary>
    public TimeSpan KeyRetry { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How old keys may get while the authority does not answer; then its tokens are refused.</summary>
    public TimeSpan KeyOutage { get; init; } = TimeSpan.FromHours(12);

    /// <summary>True when some client may prove itself by the certificate of its connection to the hub.</summary>
    public bool UsesCertificates => Clients.Values.Select(client => client.SenderConstraint)
        .Append(SenderConstraint).Any(constraint => constraint is SenderConstraint.Mtls or SenderConstraint.Either);

    /// <summary>What is asked of a client.</summary>
    public SenderConstraint ConstraintOf(string client) =>
        Clients.TryGetValue(client, out var own) ? own.SenderConstraint : SenderConstraint;

    /// <summary>Throws <see cref="StartRefusedException"/> when a value cannot be meant.</summary>
    public static IdentitySettings From(IConfiguration configuration)
    {
        var settings = configuration.Read<IdentitySettings>("DataHub:Identity");
        Check(settings.KeyRetry >= TimeSpan.FromSeconds(1), "KeyRetry must be at least 1 second.");
        Check(settings.KeyRetry <= settings.KeyRefresh, "KeyRetry must be at most KeyRefresh.");
        Check(settings.KeyRefresh <= settings.KeyOutage, "KeyRefresh must be at most KeyOutage.");
        Check(settings.KeyOutage <= TimeSpan.FromHours(48), "KeyOutage must be at most 48 hours.");
        var address = settings.PublicAddress;
        Check(address is null || (address is { IsAbsoluteUri: true, Scheme: "https" or "http" } && address.PathAndQuery == "/"),
            "PublicAddress must be an address without a path, as https://hub.example.go.id.");
        Check(settings.ClientCertificateProxies.All(proxy => IPNetwork.TryParse(AsNetwork(proxy), out _)),
            "ClientCertificateProxies must be addresses as 10.1.2.3 or networks as 10.1.0.0/16.");
        Check(settings.ClientCertificateHeader is null == (settings.ClientCertificateProxies.Count == 0),
            "ClientCertificateHeader and ClientCertificateProxies go together: a header is believed of proxies only.");
        return settings;
    }

    /// <summary>An address alone is a network of one.</summary>
    internal static string AsNetwork(string proxy)
    {
        if (!IPAddress.TryParse(proxy, out var address)) return proxy;
        return address.AddressFamily == AddressFamily.InterNetwork ? $"{address}/32" : $"{address}/128";
    }

    private static void Check(bool holds, string fault)
    {
        if (!holds) throw new StartRefusedException($"DataHub:Identity:{fault}");
    }
}

/// <summary>What holds for one client.</summary>
public sealed record ClientIdentity
{
    /// <inheritdoc cref="IdentitySettings.SenderConstraint"/>
    public SenderConstraint SenderConstraint { get; init; } = SenderConstraint.None;
}

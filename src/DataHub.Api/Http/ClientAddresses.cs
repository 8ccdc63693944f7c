using System.Globalization;
using System.Net;
using Microsoft.Extensions.Primitives;

namespace DataHub.Api.Http;

/// <summary>
/// Where a request comes from. What proxies say of it is believed only of proxies that the settings name, from the last one backwards:
/// the first
/// address from the right that is no proxy's is the client's, and whatever stands before it is what the client chose to send.
/// </summary>
public sealed class ClientAddresses(ProxySettings settings)
{
    // A chain is a few proxies long.
    private const int MostHops = 20;

    /// <summary>Null when it is not known: the last proxy wrote no address.</summary>
    public IPAddress? Of(HttpContext http)
    {
        var address = Plain(http.Connection.RemoteIpAddress);
        if (settings.Networks.Count == 0 || address is null || !IsProxy(address)) return address;
        var hops = 0;
        foreach (var hop in FromTheRight(http.Request.Headers[settings.Header]))
        {
            if (++hops > MostHops || !TryRead(hop, out address)) return null;
            if (!IsProxy(address)) return address;
        }
        // All were proxies: the request began at the outermost of them.
        return address;
    }

    private bool IsProxy(IPAddress address)
    {
        foreach (var network in settings.Networks)
            if (network.Contains(address)) return true;
        return false;
    }

    // Several headers are one, in their order (RFC 9110, section 5.3).
    private IEnumerable<string> FromTheRight(StringValues values)
    {
        for (var i = values.Count - 1; i >= 0; i--)
        {
            var hops = (values[i] ?? "").Split(',');
            for (var j = hops.Length - 1; j >= 0; j--)
                yield return settings.Header == ProxySettings.Forwarded ? ForOf(hops[j]) : hops[j].Trim();
        }
    }

    /// <summary>The parameter <c>for</c> of a hop (RFC 7239, section 4); empty when there is none.</summary>
    private static string ForOf(string hop)
    {
        foreach (var pair in hop.Split(';'))
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            if (at > 0 && pair[..at].Trim().Equals("for", StringComparison.OrdinalIgnoreCase)) return pair[(at + 1)..].Trim().Trim('"');
        }
        return "";
    }

    // With or without a port: 192.0.2.1, 192.0.2.1:80, 2001:db8::1, [2001:db8::1], [2001:db8::1]:80. Names and "unknown" are no addresses.
    private static bool TryRead(string text, out IPAddress address)
    {
        address = IPAddress.None;
        var host = text;
        if (text.StartsWith('['))
        {
            var end = text.IndexOf(']', StringComparison.Ordinal);
            if (end < 0 || !IsPort(text[(end + 1)..])) return false;
            host = text[1..end];
            if (!host.Contains(':', StringComparison.Ordinal)) return false;
        }
        else if (text.Count(c => c == ':') == 1)
        {
            var colon = text.IndexOf(':', StringComparison.Ordinal);
            if (!IsPort(text[colon..])) return false;
            host = text[..colon];
        }
        // What IPAddress takes beside: "1" is 0.0.0.1.
        if (!host.Contains(':', StringComparison.Ordinal) && host.Count(c => c == '.') != 3) return false;
        if (!IPAddress.TryParse(host, out var read)) return false;
        address = Plain(read)!;
        return true;
    }

    private static bool IsPort(string text) =>
        text.Length == 0 || (text[0] == ':' && ushort.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out _));

    private static IPAddress? Plain(IPAddress? address) => address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
}

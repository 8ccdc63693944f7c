using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;

namespace DataHub.Api.Identity.Proofs;

/// <summary>
/// The certificate that a client's TLS connection proved the key of: Kestrel's, or for a proxy that ends TLS the one that it passes on.
/// Who signed it does not matter (RFC 8705, section 3): the token names it by its hash.
/// </summary>
internal sealed class ClientCertificates(IdentitySettings settings)
{
    private const int LongestHeader = 16_384;

    private readonly IPNetwork[] proxies =
        [.. settings.ClientCertificateProxies.Select(proxy => IPNetwork.Parse(IdentitySettings.AsNetwork(proxy)))];

    /// <summary>SHA-256 of the certificate in base64url; null when there is none.</summary>
    public string? Thumbprint(HttpContext http)
    {
        // A proxy's own certificate, if it has one, is not its client's.
        if (settings.ClientCertificateHeader is { } name && IsProxy(http.Connection.RemoteIpAddress))
            return OfHeader(http.Request.Headers[name]);
        return http.Connection.ClientCertificate is { } certificate ? Hash(certificate.RawData) : null;
    }

    private bool IsProxy(IPAddress? address)
    {
        if (address is null) return false;
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return proxies.Any(network => network.Contains(plain));
    }

    private static string? OfHeader(StringValues values)
    {
        // Two values: one of them came from the client.
        if (values is not [{ Length: > 0 and <= LongestHeader } value]) return null;
        var text = value.Contains('%') ? Uri.UnescapeDataString(value) : value;
        text = text.Replace("-----BEGIN CERTIFICATE-----", "", StringComparison.Ordinal)
            .Replace("-----END CERTIFICATE-----", "", StringComparison.Ordinal).Trim();
        // RFC 9440, section 2.1: a byte sequence of structured fields stands between colons.
        if (text is [':', .. var inner, ':']) text = inner;
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) && length > 0 ? Hash(bytes.AsSpan(0, length)) : null;
    }

    private static string Hash(ReadOnlySpan<byte> certificate) => Base64Url.EncodeToString(SHA256.HashData(certificate));
}

using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace DataHub.Api.Tests.Identity;

/// <summary>A client's own key pair on P-256: signs DPoP proofs and client assertions, each member of which can be changed.</summary>
internal sealed class ClientKey : IDisposable
{
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public Dictionary<string, object?> Jwk
    {
        get
        {
            var open = key.ExportParameters(false);
            return new() { ["kty"] = "EC", ["crv"] = "P-256", ["x"] = Text.Base64Url(open.Q.X!), ["y"] = Text.Base64Url(open.Q.Y!) };
        }
    }

    /// <summary>RFC 7638.</summary>
    public string Thumbprint => Text.Base64Url(SHA256.HashData(Encoding.UTF8.GetBytes(
        $$"""{"crv":"P-256","kty":"EC","x":"{{Jwk["x"]}}","y":"{{Jwk["y"]}}"}""")));

    public string Pem => key.ExportSubjectPublicKeyInfoPem();

    public string PrivateMember => Text.Base64Url(key.ExportParameters(true).D!);

    /// <summary>Null members are left out.</summary>
    public string Sign(Dictionary<string, object?> header, Dictionary<string, object?> payload)
    {
        var input = $"{Segment(header)}.{Segment(payload)}";
        return $"{input}.{Text.Base64Url(key.SignData(Encoding.ASCII.GetBytes(input), HashAlgorithmName.SHA256))}";
    }

    /// <summary>A good proof for a request with a token, or without one.</summary>
    public string Proof(Uri address, string? token, Action<Dictionary<string, object?>, Dictionary<string, object?>>? change = null)
    {
        var header = new Dictionary<string, object?> { ["typ"] = "dpop+jwt", ["alg"] = "ES256", ["jwk"] = Jwk };
        var payload = new Dictionary<string, object?>
        {
            ["jti"] = Guid.NewGuid().ToString(),
            ["htm"] = "POST",
            ["htu"] = address.AbsoluteUri,
            ["iat"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds(),
            ["ath"] = token is null ? null : Text.Base64Url(SHA256.HashData(Encoding.ASCII.GetBytes(token))),
        };
        change?.Invoke(header, payload);
        return Sign(header, payload);
    }

    public void Dispose() => key.Dispose();

    private static string Segment(Dictionary<string, object?> members) =>
        Text.Base64Url(JsonSerializer.Serialize(members.Where(m => m.Value is not null).ToDictionary()));
}

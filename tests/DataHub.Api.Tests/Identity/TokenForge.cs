using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DataHub.Api.Identity.Sandbox;

namespace DataHub.Api.Tests.Identity;

/// <summary>Makes tokens by hand: every member of header and payload can be changed, added or left out, and signed with any key.</summary>
internal sealed class TokenForge
{
    private readonly Dictionary<string, object?> header;
    private readonly Dictionary<string, object?> payload;

    /// <summary>A good bank token of the running host's sandbox issuer.</summary>
    public TokenForge(RunningHost host)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        header = new() { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = host.Sandbox.Key.PublicKey.KeyId };
        payload = new()
        {
            ["iss"] = SandboxSettings.DefaultIssuer,
            ["aud"] = SandboxSettings.Audience,
            ["sub"] = "forge",
            ["azp"] = "forge",
            ["scp"] = "registry.read kur.decide",
            ["iat"] = now,
            ["exp"] = now + 600,
        };
    }

    public TokenForge Header(string name, object? value) => Set(header, name, value);

    public TokenForge Claim(string name, object? value) => Set(payload, name, value);

    /// <summary>A time in seconds from now.</summary>
    public TokenForge Time(string name, double seconds) => Claim(name, DateTimeOffset.UtcNow.ToUnixTimeSeconds() + seconds);

    public string Sign() => Sign(RunningHost.Key);

    public string Sign(RSA key) => SignWith(input => key.SignData(input, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

    public string Sign(ECDsa key) => SignWith(input => key.SignData(input, HashAlgorithmName.SHA256));

    public string SignWith(Func<byte[], byte[]> sign) =>
        SignText(JsonSerializer.Serialize(header), JsonSerializer.Serialize(payload), sign);

    /// <summary>Signs whatever text stands for the payload.</summary>
    public string SignPayload(string json) =>
        SignText(JsonSerializer.Serialize(header), json,
            input => RunningHost.Key.SignData(input, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

    /// <summary>Signs whatever text stands for the header.</summary>
    public string SignHeader(string json) =>
        SignText(json, JsonSerializer.Serialize(payload),
            input => RunningHost.Key.SignData(input, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

    private static string SignText(string header, string payload, Func<byte[], byte[]> sign)
    {
        var input = $"{Text.Base64Url(header)}.{Text.Base64Url(payload)}";
        return $"{input}.{Text.Base64Url(sign(Encoding.ASCII.GetBytes(input)))}";
    }

    private TokenForge Set(Dictionary<string, object?> members, string name, object? value)
    {
        if (value is null) members.Remove(name);
        else members[name] = value;
        return this;
    }
}

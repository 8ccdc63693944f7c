using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DataHub.Api.Identity.Keys;

namespace DataHub.Api.Identity.Sandbox;

/// <summary>
/// The public keys of sandbox clients that sign their requests for tokens (<c>DataHub:Sandbox:ClientKeys:&lt;client&gt;</c> names a file: a
/// JWK Set, a JWK or PEM).
/// </summary>
internal sealed class ClientKeys
{
    private readonly Dictionary<string, IReadOnlyList<VerificationKey>> byClient = new(StringComparer.Ordinal);

    /// <summary>Refuses the start for a client that is none, or a file without a key that can serve.</summary>
    public static ClientKeys Load(IReadOnlyDictionary<string, string> files)
    {
        var keys = new ClientKeys();
        foreach (var (client, file) in files)
        {
            if (SandboxClient.Find(client) is null)
                throw new StartRefusedException($"DataHub:Sandbox:ClientKeys names no sandbox client: {client}.");
            keys.byClient[client] = Read(client, file);
        }
        return keys;
    }

    /// <summary>True when the client signs, and its secret is not taken any more.</summary>
    public bool Has(string client) => byClient.ContainsKey(client);

    /// <summary>Those of the client's keys that may have signed something.</summary>
    public IEnumerable<VerificationKey> Of(string client, JoseHeader header) => byClient.GetValueOrDefault(client, [])
        .Where(key => key.Algorithm == header.Algorithm && (header.KeyId is null || key.KeyId is null || key.KeyId == header.KeyId));

    private static List<VerificationKey> Read(string client, string file)
    {
        string text;
        try
        {
            text = File.ReadAllText(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new StartRefusedException($"The file that DataHub:Sandbox:ClientKeys:{client} names cannot be read.");
        }
        var keys = text.TrimStart().StartsWith('{') ? CompactJws.ReadObject(Encoding.UTF8.GetBytes(text), FromJson) : FromPem(text);
        return keys is { Count: > 0 } ? keys : throw new StartRefusedException(
            $"The file of DataHub:Sandbox:ClientKeys:{client} must hold public keys (RSA, 2048 to 4096 bits; EC P-256): JWK Set, JWK or PEM.");
    }

    private static List<VerificationKey> FromJson(JsonElement json)
    {
        IEnumerable<JsonElement> all = json.TryGetProperty("keys", out var set) ? set.EnumerateArray() : [json];
        return [.. all.Select(VerificationKey.FromJwk).OfType<VerificationKey>()];
    }

    private static List<VerificationKey>? FromPem(string pem)
    {
        using var rsa = RSA.Create();
        using var ec = ECDsa.Create();
        if (TryImport(rsa, pem)) return VerificationKey.From(rsa, keyId: null) is { } key ? [key] : null;
        return TryImport(ec, pem) && VerificationKey.From(ec, keyId: null) is { } curve ? [curve] : null;
    }

    private static bool TryImport(AsymmetricAlgorithm key, string pem)
    {
        try
        {
            key.ImportFromPem(pem);
            return true;
        }
        catch (Exception exception) when (exception is ArgumentException or CryptographicException)
        {
            return false;
        }
    }
}

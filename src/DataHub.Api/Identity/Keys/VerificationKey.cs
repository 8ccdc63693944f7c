using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace DataHub.Api.Identity.Keys;

/// <summary>
/// A public key that signatures are checked with. An RSA key of 2048 to 4096 bits serves RS256, an EC key on P-256 serves ES256, and
/// neither anything else, whatever a token's header says (RFC 8725, sections 3.1 and 3.2).
/// </summary>
public sealed class VerificationKey
{
    private const int SmallestModulus = 256;
    private const int LargestModulus = 512;
    private const int CoordinateBytes = 32;

    // A key with one of these can sign too; whoever publishes it does not know what it does (RFC 7518, sections 6.2.2, 6.3.2 and 6.4.1).
    private static readonly string[] PrivateMembers = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];

    private readonly RSAParameters rsa;
    private readonly ECParameters ec;

    private VerificationKey(RSAParameters rsa, string? keyId)
    {
        (this.rsa, KeyId, Algorithm) = (rsa, keyId, "RS256");
        Thumbprint = Hash($$"""{"e":"{{Encode(rsa.Exponent)}}","kty":"RSA","n":"{{Encode(rsa.Modulus)}}"}""");
    }

    private VerificationKey(ECParameters ec, string? keyId)
    {
        (this.ec, KeyId, Algorithm) = (ec, keyId, "ES256");
        Thumbprint = Hash($$"""{"crv":"P-256","kty":"EC","x":"{{Encode(ec.Q.X)}}","y":"{{Encode(ec.Q.Y)}}"}""");
    }

    /// <summary>Algorithms that tokens, proofs and assertions may be signed with, as a header lists them.</summary>
    public const string Algorithms = "ES256 RS256";

    /// <summary>The name under which it was published; null when it has none.</summary>
    public string? KeyId { get; }

    /// <summary><c>RS256</c> or <c>ES256</c>.</summary>
    public string Algorithm { get; }

    /// <summary>RFC 7638, in base64url.</summary>
    public string Thumbprint { get; }

    /// <summary>Null when the key is of another kind or size, not on the curve, for encryption, or not only public.</summary>
    public static VerificationKey? FromJwk(JsonElement jwk)
    {
        if (jwk.ValueKind != JsonValueKind.Object || PrivateMembers.Any(name => jwk.TryGetProperty(name, out _))) return null;
        if (CompactJws.Text(jwk, "use") is not (null or "sig")) return null;
        if (jwk.TryGetProperty("key_ops", out var uses) && !uses.EnumerateArray().Any(use => use.GetString() == "verify")) return null;
        var key = CompactJws.Text(jwk, "kty") switch
        {
            "RSA" => FromRsa(jwk),
            "EC" => FromEc(jwk),
            _ => null,
        };
        return key is not null && (CompactJws.Text(jwk, "alg") ?? key.Algorithm) == key.Algorithm ? key : null;
    }

    /// <summary>Null when its size is out of range.</summary>
    public static VerificationKey? From(RSA key, string? keyId)
    {
        var open = key.ExportParameters(includePrivateParameters: false);
        return open.Modulus!.Length is >= SmallestModulus and <= LargestModulus ? new VerificationKey(open, keyId) : null;
    }

    /// <summary>Null when it is on another curve.</summary>
    public static VerificationKey? From(ECDsa key, string? keyId)
    {
        var open = key.ExportParameters(includePrivateParameters: false);
        return open.Curve.Oid?.Value == ECCurve.NamedCurves.nistP256.Oid.Value ? new VerificationKey(open, keyId) : null;
    }

    /// <summary>True when the key's owner signed the text with the algorithm that its header names.</summary>
    internal bool IsSigned(CompactJws text, string algorithm)
    {
        if (algorithm != Algorithm) return false;
        // Keys of the runtime are not made to be used by several threads at once; to make one is cheap beside the check.
        if (Algorithm == "RS256")
        {
            using var key = RSA.Create(rsa);
            return key.VerifyData(text.Input, text.Signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }
        using var curve = ECDsa.Create(ec);
        return curve.VerifyData(
            text.Input, text.Signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    private static VerificationKey? FromRsa(JsonElement jwk)
    {
        if (!TryDecode(jwk, "n", out var modulus) || !TryDecode(jwk, "e", out var exponent)) return null;
        // A large exponent makes every check slow.
        if (modulus.Length is < SmallestModulus or > LargestModulus || modulus[0] < 0x80 || exponent.Length is 0 or > 4) return null;
        if (exponent is [<= 2] || exponent[^1] % 2 == 0) return null;
        return new VerificationKey(new RSAParameters { Modulus = modulus, Exponent = exponent }, CompactJws.Text(jwk, "kid"));
    }

    private static VerificationKey? FromEc(JsonElement jwk)
    {
        if (CompactJws.Text(jwk, "crv") != "P-256" || !TryDecode(jwk, "x", out var x) || !TryDecode(jwk, "y", out var y)) return null;
        if (x.Length != CoordinateBytes || y.Length != CoordinateBytes) return null;
        var parameters = new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = x, Y = y } };
        try
        {
            // Refuses a point beside the curve.
            using var key = ECDsa.Create(parameters);
            return new VerificationKey(parameters, CompactJws.Text(jwk, "kid"));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static bool TryDecode(JsonElement jwk, string name, out byte[] bytes)
    {
        bytes = [];
        return CompactJws.Text(jwk, name) is { } text && CompactJws.TryDecode(text, out bytes);
    }

    private static string Encode(byte[]? bytes) => Base64Url.EncodeToString(bytes);

    private static string Hash(string canonical) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));
}

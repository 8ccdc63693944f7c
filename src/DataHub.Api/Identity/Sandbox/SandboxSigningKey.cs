using System.Security.Cryptography;
using DataHub.Api.Identity.Keys;
using Microsoft.IdentityModel.Tokens;

namespace DataHub.Api.Identity.Sandbox;

/// <summary>
/// The key that sandbox tokens are signed with, and its public half as a JWK. The <c>kid</c> is the key's thumbprint (RFC 7638).
/// </summary>
public sealed class SandboxSigningKey
{
    private SandboxSigningKey(AsymmetricSecurityKey key, VerificationKey verifying, JsonWebKey publicKey)
    {
        publicKey.KeyId = key.KeyId = verifying.Thumbprint;
        publicKey.Alg = verifying.Algorithm;
        (Verifying, PublicKey) = (verifying, publicKey);
        Credentials = new SigningCredentials(key, verifying.Algorithm);
    }

    /// <summary>What its tokens are checked with.</summary>
    public VerificationKey Verifying { get; }

    public SigningCredentials Credentials { get; }

    /// <summary>Without private members.</summary>
    public JsonWebKey PublicKey { get; }

    /// <summary>Reads a PEM file with an RSA (RS256) or EC P-256 (ES256) private key.</summary>
    public static SandboxSigningKey Load(string path)
    {
        string pem;
        try
        {
            pem = File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException("The file that DataHub:Sandbox:SigningKeyFile names cannot be read.");
        }
        return FromPem(pem);
    }

    /// <summary>The key of a data folder: made at the first start, readable by its owner only.</summary>
    public static SandboxSigningKey LoadOrCreate(string path)
    {
        if (!File.Exists(path)) Create(path);
        return FromPem(File.ReadAllText(path));
    }

    /// <summary>Refuses the start when the text is no such key.</summary>
    public static SandboxSigningKey FromPem(string pem)
    {
        if (TryImport(RSA.Create(), pem) is { } rsa) return FromRsa(rsa);
        if (TryImport(ECDsa.Create(), pem) is { } ec) return FromEc(ec);
        throw new StartRefusedException("The sandbox's signing key must be a PEM file with an unencrypted RSA or EC private key.");
    }

    private static SandboxSigningKey FromRsa(RSA rsa)
    {
        if (VerificationKey.From(rsa, keyId: null) is not { } verifying)
            throw new StartRefusedException("The sandbox's RSA key must have 2048 to 4096 bits.");
        var open = rsa.ExportParameters(includePrivateParameters: false);
        return new(new RsaSecurityKey(rsa), verifying, new JsonWebKey
        {
            Kty = "RSA",
            Use = "sig",
            N = Base64UrlEncoder.Encode(open.Modulus),
            E = Base64UrlEncoder.Encode(open.Exponent),
        });
    }

    private static SandboxSigningKey FromEc(ECDsa ec)
    {
        if (VerificationKey.From(ec, keyId: null) is not { } verifying)
            throw new StartRefusedException("The sandbox's EC key must be on the curve P-256.");
        var open = ec.ExportParameters(includePrivateParameters: false);
        return new(new ECDsaSecurityKey(ec), verifying, new JsonWebKey
        {
            Kty = "EC",
            Use = "sig",
            Crv = "P-256",
            X = Base64UrlEncoder.Encode(open.Q.X),
            Y = Base64UrlEncoder.Encode(open.Q.Y),
        });
    }

    // A PKCS#8 file does not say in its label what kind of key it holds, so each kind tries. A public key alone imports, but cannot sign.
    private static T? TryImport<T>(T key, string pem) where T : AsymmetricAlgorithm
    {
        try
        {
            key.ImportFromPem(pem);
            key.ExportPkcs8PrivateKey();
            return key;
        }
        catch (Exception exception) when (exception is ArgumentException or CryptographicException)
        {
            key.Dispose();
            return null;
        }
    }

    private static void Create(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var draft = $"{path}.{Guid.NewGuid():N}";
        using (var file = new StreamWriter(new FileStream(draft, options))) file.Write(key.ExportPkcs8PrivateKeyPem());
        // Two processes that start together: the first one's key stands.
        try { File.Move(draft, path, overwrite: false); }
        catch (IOException) when (File.Exists(path)) { File.Delete(draft); }
    }
}

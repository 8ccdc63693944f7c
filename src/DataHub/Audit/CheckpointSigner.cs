using System.Security.Cryptography;

namespace DataHub.Audit;

/// <summary>The key that a host signs its checkpoints with. It lies with the hub's other keys, outside the database.</summary>
internal sealed class CheckpointSigner : IDisposable
{
    private readonly ECDsa key;

    private CheckpointSigner(ECDsa key)
    {
        this.key = key;
        Name = Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo())[..8]);
    }

    /// <summary>The beginning of the SHA-256 of the public key.</summary>
    public string Name { get; }

    /// <summary>A key that is not kept.</summary>
    public static CheckpointSigner Passing() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <summary>Reads the key file, or makes one that only its owner may read.</summary>
    public static CheckpointSigner Open(string path)
    {
        if (!File.Exists(path)) Create(path);
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(path));
        }
        catch (Exception exception) when (exception is ArgumentException or CryptographicException)
        {
            key.Dispose();
            throw new InvalidDataException("The key file of the ledger holds no private key.", exception);
        }
        return new CheckpointSigner(key);
    }

    public Checkpoint Sign(Checkpoint unsigned)
    {
        var named = unsigned with { Signer = Name };
        return named with { Signature = Convert.ToHexStringLower(key.SignData(named.Signed(), HashAlgorithmName.SHA256)) };
    }

    /// <summary>True when this key has signed it.</summary>
    public bool HasSigned(Checkpoint checkpoint) =>
        checkpoint.Signer == Name && key.VerifyData(checkpoint.Signed(), Convert.FromHexString(checkpoint.Signature), HashAlgorithmName.SHA256);

    public void Dispose() => key.Dispose();

    private static void Create(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var draft = $"{path}.{Guid.NewGuid():N}";
        using (var file = new StreamWriter(draft, options)) file.Write(key.ExportPkcs8PrivateKeyPem());
        try { File.Move(draft, path, overwrite: false); }
        catch (IOException) when (File.Exists(path)) { File.Delete(draft); }
    }
}

using System.Security.Cryptography;
using System.Text.Json;

namespace DataHub.Shared.Secrets;

/// <summary>
/// The hub's own keys, 32 bytes each. They live outside the database: whoever has only the database has no NIK and can make no id.
/// Losing them loses the encrypted values and changes every id given to consumers, so they are backed up apart from the database.
/// </summary>
/// <param name="Hash">For keyed hashes of identifiers (look-up).</param>
/// <param name="Encryption">For identifiers and rows as received.</param>
/// <param name="Id">For ids and cursors given to consumers.</param>
public sealed record HubKeys(byte[] Hash, byte[] Encryption, byte[] Id)
{
    /// <summary>Reads the key file, or makes one that only its owner may read. Throws when the file is there but is no key file.</summary>
    public static HubKeys LoadOrCreate(string path)
    {
        if (!File.Exists(path)) Create(path);
        var keys = JsonSerializer.Deserialize<HubKeys>(File.ReadAllBytes(path));
        if (keys is not { Hash.Length: 32, Encryption.Length: 32, Id.Length: 32 })
            throw new InvalidDataException("The key file does not hold three keys of 32 bytes.");
        return keys;
    }

    /// <summary>Fresh random keys.</summary>
    public static HubKeys Generate() =>
        new(RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(32));

    private static void Create(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var draft = $"{path}.{Guid.NewGuid():N}";
        using (var file = new FileStream(draft, options)) JsonSerializer.Serialize(file, Generate());
        // Two processes that start together: the first one's keys stand.
        try { File.Move(draft, path, overwrite: false); }
        catch (IOException) when (File.Exists(path)) { File.Delete(draft); }
    }
}

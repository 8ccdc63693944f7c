using System.Text.Json;
using System.Text.Json.Serialization;

namespace DataHub.Shared.Secrets;

/// <summary>The file that holds the keys. Readable by its owner only, and replaced in one step: nobody reads half of it.</summary>
internal static class KeyFile
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Converters = { new JsonStringEnumConverter() } };

    // Files made before keys had numbers hold the first of each use by name; those members are then the only ones.
    private sealed record Content(byte[]? Hash, byte[]? Encryption, byte[]? Id, byte[]? Mark, IReadOnlyList<SecretKey>? Keys);

    public static KeyRing Read(string path)
    {
        var content = JsonSerializer.Deserialize<Content>(File.ReadAllBytes(path), Json);
        return content switch
        {
            { Id.Length: 32, Hash.Length: 32, Encryption.Length: 32, Keys: null } => KeyRing.Of(content.Hash, content.Encryption, content.Id),
            { Id.Length: 32, Mark.Length: 32, Keys: { } keys } => new KeyRing(content.Id, content.Mark, keys),
            _ => throw new InvalidDataException("The key file does not hold keys of 32 bytes for every use."),
        };
    }

    /// <summary>Writes a new file, unless there is one by now: of two processes that start together the first one's keys stand.</summary>
    public static void Create(string path, KeyRing ring)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var draft = Draft(path, ring);
        try { File.Move(draft, path, overwrite: false); }
        catch (IOException) when (File.Exists(path)) { File.Delete(draft); }
    }

    /// <summary>Puts other content in the file's place; it is on disk before this returns.</summary>
    public static void Replace(string path, KeyRing ring) => File.Move(Draft(path, ring), path, overwrite: true);

    private static string Draft(string path, KeyRing ring)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var draft = $"{path}.{Guid.NewGuid():N}";
        using var file = new FileStream(draft, options);
        JsonSerializer.Serialize(file, new Content(null, null, ring.Id, ring.Mark, ring.Keys), Json);
        file.Flush(flushToDisk: true);
        return draft;
    }
}

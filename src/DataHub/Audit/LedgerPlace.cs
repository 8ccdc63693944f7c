using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Win32.SafeHandles;

namespace DataHub.Audit;

/// <summary>
/// What a host keeps of the ledger outside the database: its name, the key it signs with, its checkpoints and how far its chain has come.
/// Whoever has only the database can take nothing away from the end without being found.
/// </summary>
public sealed class LedgerPlace : IDisposable
{
    private readonly string? folder;
    private SafeFileHandle? notes;
    private string? noted;

    private LedgerPlace(string host, string? folder, CheckpointSigner signer) => (Host, this.folder, Signer) = (host, folder, signer);

    /// <summary>Name of the host, and of its chain.</summary>
    public string Host { get; }

    internal CheckpointSigner Signer { get; }

    private string CheckpointFile => Path.Combine(folder!, "checkpoints.jsonl");

    /// <summary>A place of which nothing stays; for tests and tools that enter nothing that counts.</summary>
    public static LedgerPlace Passing() => new($"passing-{Guid.NewGuid():N}", null, CheckpointSigner.Passing());

    /// <summary>Opens the place in a data folder, or makes it.</summary>
    public static LedgerPlace Open(string dataDirectory)
    {
        var folder = Path.Combine(dataDirectory, "ledger");
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, "host");
        if (!File.Exists(file))
        {
            var draft = $"{file}.{Guid.NewGuid():N}";
            File.WriteAllText(draft, $"{SafeName(Environment.MachineName)}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}");
            // Two processes that start together: the first one's name stands.
            try { File.Move(draft, file, overwrite: false); }
            catch (IOException) when (File.Exists(file)) { File.Delete(draft); }
        }
        return new LedgerPlace(File.ReadAllText(file).Trim(), folder, CheckpointSigner.Open(Path.Combine(dataDirectory, "keys", "ledger-signing.pem")));
    }

    /// <summary>How far a chain had come when it was last noted; null when nothing is known.</summary>
    internal LedgerNote? NoteOf(Guid ledger, string chain)
    {
        if (folder is null || !File.Exists(NoteFile(chain))) return null;
        using var file = new StreamReader(new FileStream(NoteFile(chain), FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return LedgerNote.Read(file.ReadToEnd(), ledger);
    }

    /// <summary>
    /// Notes how far a chain has come, and how far it is about to come. One write of fixed length, so that a process that is killed leaves the
    /// former note or this one; it is not forced to the disk: after a loss of power it may be older than the database, which is no fault.
    /// </summary>
    internal void Note(Guid ledger, string chain, LedgerNote note)
    {
        if (folder is null) return;
        if (notes is null || noted != chain)
        {
            notes?.Dispose();
            notes = File.OpenHandle(NoteFile(chain), FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite);
            noted = chain;
        }
        RandomAccess.Write(notes, note.Write(ledger), 0);
    }

    /// <summary>Names of the chains that the host has noted for a ledger.</summary>
    internal IReadOnlyList<string> ChainsOf(Guid ledger) => folder is null
        ? []
        : [.. Directory.EnumerateFiles(folder, "*.head").Select(f => Path.GetFileNameWithoutExtension(f)!).Where(c => NoteOf(ledger, c) is not null)];

    /// <summary>Adds a checkpoint to the file of checkpoints, and forces it to the disk.</summary>
    internal void Add(Checkpoint checkpoint)
    {
        if (folder is null) return;
        using var file = new FileStream(CheckpointFile, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        file.Write([.. JsonSerializer.SerializeToUtf8Bytes(checkpoint), (byte)'\n']);
        file.Flush(flushToDisk: true);
    }

    /// <summary>The checkpoints of a ledger in the file; a line that was cut off by a fault is left out.</summary>
    internal IReadOnlyList<Checkpoint> CheckpointsOf(Guid ledger)
    {
        if (folder is null || !File.Exists(CheckpointFile)) return [];
        var found = new List<Checkpoint>();
        foreach (var line in File.ReadLines(CheckpointFile))
            if (line.EndsWith('}') && JsonSerializer.Deserialize<Checkpoint>(line) is { } checkpoint && checkpoint.Ledger == ledger) found.Add(checkpoint);
        return found;
    }

    public void Dispose()
    {
        notes?.Dispose();
        Signer.Dispose();
    }

    private string NoteFile(string chain) => Path.Combine(folder!, $"{chain}.head");

    private static string SafeName(string name) => new([.. name.Where(c => char.IsAsciiLetterOrDigit(c) || c == '-').Take(40)]);
}

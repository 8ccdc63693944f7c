using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace DataHub.Audit;

/// <summary>
/// What a host keeps of the ledger outside the database: its name, the key it signs with, its checkpoints and how far its chain has come.
/// Whoever has only the database can take nothing away from the end without being found.
/// </summary>
public sealed class LedgerPlace : IDisposable
{
    private const int HeadBytes = 160;
    private readonly string? folder;

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
    internal LedgerHead? HeadOf(Guid ledger, string chain)
    {
        if (folder is null || !File.Exists(HeadFile(chain))) return null;
        var words = File.ReadAllText(HeadFile(chain)).Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words is not [var id, var sequence, var at, var hash] || id != ledger.ToString("N")) return null;
        return new LedgerHead(
            long.Parse(sequence, CultureInfo.InvariantCulture),
            DateTime.UnixEpoch.AddTicks(long.Parse(at, CultureInfo.InvariantCulture) * TimeSpan.TicksPerMicrosecond),
            Convert.FromHexString(hash));
    }

    /// <summary>
    /// Notes how far a chain has come. One write of fixed length, so that a process that is killed leaves the former note or this one; it is
    /// not forced to the disk: after a loss of power it may be older than the database, which is no fault.
    /// </summary>
    internal void Note(Guid ledger, string chain, LedgerHead head)
    {
        if (folder is null) return;
        var line = string.Create(
            CultureInfo.InvariantCulture, $"{ledger:N} {head.Sequence} {head.Microseconds} {Convert.ToHexStringLower(head.Hash)}").PadRight(HeadBytes - 1) + "\n";
        using var file = File.OpenHandle(HeadFile(chain), FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite);
        RandomAccess.Write(file, Encoding.ASCII.GetBytes(line), 0);
    }

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

    public void Dispose() => Signer.Dispose();

    private string HeadFile(string chain) => Path.Combine(folder!, $"{chain}.head");

    private static string SafeName(string name) => new([.. name.Where(c => char.IsAsciiLetterOrDigit(c) || c == '-').Take(40)]);
}

using DataHub.Shared.Secrets;
using Npgsql;
using NpgsqlTypes;

namespace DataHub.Feeds.Loading;

/// <summary>
/// A file that waits for a steward, in feeds.held_file: encrypted parts of one size. Read as a stream, a part at a time: never is a clear
/// text of it on disk, nor all of it in memory.
/// </summary>
internal sealed class HeldFile : Stream
{
    private const int PartSize = 1 << 16;

    private readonly NpgsqlDataSource database;
    private readonly Protector protector;
    private readonly long runId;
    private byte[] part = [];
    private long partNumber = -1;

    private HeldFile(NpgsqlDataSource database, Protector protector, long runId, long length)
    {
        (this.database, this.protector, this.runId) = (database, protector, runId);
        Length = length;
    }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length { get; }

    public override long Position { get; set; }

    /// <summary>Puts a file's bytes into the table, in the connection's transaction.</summary>
    public static async Task KeepAsync(NpgsqlConnection connection, long runId, Stream bytes, Protector protector, CancellationToken cancel)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            "copy feeds.held_file (run_id, part, content) from stdin (format binary)", cancel);
        var buffer = new byte[PartSize];
        for (var number = 0; ; number++)
        {
            var read = await bytes.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancel);
            if (read == 0) break;
            await copy.StartRowAsync(cancel);
            await copy.WriteAsync(runId, NpgsqlDbType.Bigint, cancel);
            await copy.WriteAsync(number, NpgsqlDbType.Integer, cancel);
            await copy.WriteAsync(protector.Encrypt(buffer.AsSpan(0, read)), NpgsqlDbType.Bytea, cancel);
        }
        await copy.CompleteAsync(cancel);
    }

    /// <summary>The file of a run; null when none is kept.</summary>
    public static async Task<HeldFile?> FindAsync(NpgsqlDataSource database, Protector protector, long runId, CancellationToken cancel)
    {
        var file = new HeldFile(database, protector, runId, 0);
        await using var command = database.CreateCommand("select max(part) from feeds.held_file where run_id = $1");
        command.Parameters.AddWithValue(runId);
        if (await command.ExecuteScalarAsync(cancel) is not int last) return null;
        return new HeldFile(database, protector, runId, ((long)last * PartSize) + (await file.PartAsync(last, cancel)).Length);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Position >= Length || buffer.Length == 0) return 0;
        if (partNumber != Position / PartSize)
        {
            part = await PartAsync(Position / PartSize, cancellationToken);
            partNumber = Position / PartSize;
        }
        var from = (int)(Position % PartSize);
        var count = Math.Min(buffer.Length, part.Length - from);
        part.AsMemory(from, count).CopyTo(buffer);
        Position += count;
        return count;
    }

    // A reader of text asks without waiting; it does so on a thread of the load's own.
    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => Length + offset,
    };

    public override void Flush() { }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private async Task<byte[]> PartAsync(long number, CancellationToken cancel)
    {
        await using var command = database.CreateCommand("select content from feeds.held_file where run_id = $1 and part = $2");
        command.Parameters.AddWithValue(runId);
        command.Parameters.AddWithValue((int)number);
        return await command.ExecuteScalarAsync(cancel) is byte[] content
            ? protector.Decrypt(content)
            : throw new FeedRefusedException("the held file is no longer kept");
    }
}

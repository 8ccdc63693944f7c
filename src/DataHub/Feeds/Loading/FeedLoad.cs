using System.Threading.Channels;
using DataHub.Feeds.Reading;
using DataHub.Shared.Secrets;
using DataHub.Shared;
using Npgsql;

namespace DataHub.Feeds.Loading;

/// <summary>What one load works on.</summary>
internal sealed record FeedLoadTask(FeedFile File, string FileName, RunLog Log)
{
    /// <summary>The file's feed.</summary>
    public FeedDefinition Feed => File.Header.Feed;
}

/// <summary>Rows on their way from the reader to the database.</summary>
internal sealed record Chunk(List<FeedRow> Rows, List<RejectedField> Rejected, int Received, long Position);

/// <summary>One load of one file: reads on one thread while the rows before are copied, then publishes.</summary>
internal sealed class FeedLoad : IAsyncDisposable
{
    private const int ChunkRows = 5000;

    private readonly NpgsqlConnection connection;
    private readonly NpgsqlTransaction transaction;
    private readonly FeedLoadTask task;
    private readonly Protector protector;
    private readonly RowReader reader;
    private readonly Arrivals arrivals;
    private readonly Publisher publisher;
    private int received;
    private int quarantined;
    private int damaged;

    private FeedLoad(NpgsqlTransaction transaction, FeedLoadTask task, Protector protector, RowReader reader)
    {
        connection = transaction.Connection!;
        this.transaction = transaction;
        this.task = task;
        this.protector = protector;
        this.reader = reader;
        arrivals = new Arrivals(connection, task.Feed);
        publisher = new Publisher(connection, task.Feed, protector);
    }

    /// <summary>Opens the transaction and its temporary tables.</summary>
    public static async Task<FeedLoad> BeginAsync(
        NpgsqlDataSource database, FeedLoadTask task, Protector protector, TimeProvider clock, CancellationToken cancel)
    {
        var connection = await database.OpenConnectionAsync(cancel);
        try
        {
            var now = clock.GetUtcNow();
            var today = Wib.DateOf(now);
            var places = await PlacesAsync(connection, cancel);
            var transaction = await connection.BeginTransactionAsync(cancel);
            await HoldKeysAsync(connection, task, protector, cancel);
            var load = new FeedLoad(transaction, task, protector, new RowReader(task.Feed, protector, places, today));
            await load.PrepareAsync(now, today, cancel);
            return load;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Reads the file into the transaction's own tables: touches nothing that another load sees.</summary>
    public async Task ArriveAsync(IProgress<FeedProgress>? progress, CancellationToken cancel)
    {
        await ReadAsync(progress, cancel);
        var repeated = await publisher.RepeatedAsync(cancel);
        quarantined += repeated.Count;
        await arrivals.CopyAsync(repeated, cancel);
        await task.Log.CountAsync(Counts(FeedStage.Reading, task.File.Probe.Length), cancel);
    }

    /// <summary>Makes what arrived part of the hub and commits.</summary>
    public async Task<FeedRunResult> PublishAsync(IProgress<FeedProgress>? progress, CancellationToken cancel)
    {
        Report(progress, FeedStage.Publishing, task.File.Probe.Length);
        await task.Log.CountAsync(Counts(FeedStage.Publishing, task.File.Probe.Length), cancel);
        await publisher.PublishAsync(cancel);
        var result = await ResultAsync(cancel);
        await transaction.CommitAsync(cancel);
        Report(progress, FeedStage.Done, task.File.Probe.Length);
        return result;
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }

    private async Task PrepareAsync(DateTimeOffset now, DateOnly today, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            """
            create temp table this_load on commit drop as
            select $1::text as feed, $2::bigint as run_id, $3::timestamptz as at, $4::date as day,
              0 as unchanged, 0 as created, 0 as changed, 0 as linked, 0 as unlinked
            """, connection);
        command.Parameters.AddWithValue(task.Feed.Name);
        command.Parameters.AddWithValue(task.Log.RunId);
        command.Parameters.AddWithValue(now);
        command.Parameters.AddWithValue(today);
        await command.ExecuteNonQueryAsync(cancel);
        await FeedScript.RunAsync(connection, "Publishing/prepare", cancel);
        await arrivals.CreateAsync(cancel);
    }

    /// <summary>Keys stay as they are until the load has ended: two hashes of one number in the tables would make two persons of one.</summary>
    private static async Task HoldKeysAsync(NpgsqlConnection connection, FeedLoadTask task, Protector protector, CancellationToken cancel)
    {
        await KeyLock.ShareAsync(connection, cancel);
        protector.Keys.Refresh();
        if (protector.Keys.Hash.InUse.Count > 1)
        {
            throw new FeedRefusedException("an exchange of keys was broken off: end it with \"datahub keys rotate\", then load again")
            {
                Feed = task.Feed.Name,
            };
        }
    }

    private async Task ReadAsync(IProgress<FeedProgress>? progress, CancellationToken cancel)
    {
        var channel = Channel.CreateBounded<Chunk>(new BoundedChannelOptions(4) { SingleReader = true, SingleWriter = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var reading = Task.Run(() => ProduceAsync(channel.Writer, stop.Token), stop.Token);
        try
        {
            await foreach (var chunk in channel.Reader.ReadAllAsync(cancel)) await TakeAsync(chunk, progress, cancel);
        }
        finally
        {
            // When the copying failed the reader must not go on filling a channel that nobody empties.
            await stop.CancelAsync();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        cancel.ThrowIfCancellationRequested();
    }

    private async Task TakeAsync(Chunk chunk, IProgress<FeedProgress>? progress, CancellationToken cancel)
    {
        await arrivals.CopyAsync(chunk.Rows, cancel);
        await arrivals.CopyAsync(chunk.Rejected, cancel);
        received += chunk.Received;
        quarantined += chunk.Received - chunk.Rows.Count;
        damaged += chunk.Rows.Count(row => row.Damaged.Length > 0);
        await task.Log.CountAsync(Counts(FeedStage.Reading, chunk.Position), cancel);
        Report(progress, FeedStage.Reading, chunk.Position);
    }

    private RunCounts Counts(FeedStage stage, long position)
    {
        var length = task.File.Probe.Length;
        return new RunCounts(stage, received, quarantined, damaged, length == 0 ? 100 : (int)(100 * Math.Min(position, length) / length));
    }

    private async Task ProduceAsync(ChannelWriter<Chunk> writer, CancellationToken cancel)
    {
        try
        {
            foreach (var rows in task.File.Rows().Chunk(ChunkRows)) await writer.WriteAsync(Read(rows), cancel);
            writer.Complete();
        }
        catch (Exception error)
        {
            writer.Complete(error);
        }
    }

    private Chunk Read(RawRow[] rows)
    {
        var chunk = new Chunk(new List<FeedRow>(rows.Length), [], rows.Length, task.File.Position);
        foreach (var raw in rows)
        {
            if (reader.TryRead(raw, out var row, out var rejected)) chunk.Rows.Add(row!);
            else chunk.Rejected.AddRange(rejected);
        }
        return chunk;
    }

    private async Task<FeedRunResult> ResultAsync(CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("select unchanged, created, changed, linked, unlinked from this_load", connection);
        await using var row = await command.ExecuteReaderAsync(cancel);
        await row.ReadAsync(cancel);
        return new FeedRunResult(task.Log.RunId, task.Feed.Name, task.FileName)
        {
            Received = received,
            Quarantined = quarantined,
            Damaged = damaged,
            Unchanged = row.GetInt32(0),
            Created = row.GetInt32(1),
            Changed = row.GetInt32(2),
            Linked = row.GetInt32(3),
            Unlinked = row.GetInt32(4),
        };
    }

    private void Report(IProgress<FeedProgress>? progress, FeedStage stage, long position) =>
        progress?.Report(new FeedProgress(task.Feed.Name, task.FileName, stage, position, task.File.Probe.Length, received));

    internal static async Task<Places> PlacesAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        var places = new List<Place>();
        await using var command = new NpgsqlCommand("select code, name from registry.region", connection);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel)) places.Add(new Place(rows.GetString(0), rows.GetString(1)));
        return new Places(places);
    }
}

using System.Globalization;
using DataHub.Feeds.Reading;
using DataHub.Shared;
using DataHub.Shared.Secrets;
using Npgsql;

namespace DataHub.Feeds.Loading;

/// <summary>One load of one file: reads while the rows before are copied, then publishes, or keeps the file for a steward.</summary>
internal sealed class FeedLoad : IAsyncDisposable
{
    // Of a shorter file all rows are copied and compared in the database: that costs less than asking for all records of the feed.
    private const long ShortFile = 2 << 20;

    private readonly NpgsqlDataSource database;
    private readonly NpgsqlConnection connection;
    private readonly NpgsqlTransaction transaction;
    private readonly FeedLoadTask task;
    private readonly Protector protector;
    private readonly Func<RowReader> makeReader;
    private readonly Arrivals arrivals;
    private readonly Publisher publisher;
    private int received;
    private int quarantined;
    private int damaged;
    private DateOnly? newest;
    private readonly KeysSeen keys = new();
    private string? correctedKey;
    private bool isOpen = true;

    private FeedLoad(LoadParts parts, NpgsqlTransaction transaction, FeedLoadTask task, Func<RowReader> makeReader)
    {
        database = parts.Database;
        protector = parts.Protector;
        connection = transaction.Connection!;
        this.transaction = transaction;
        this.task = task;
        this.makeReader = makeReader;
        arrivals = new Arrivals(connection, task.Feed);
        publisher = new Publisher(connection, task.Feed, protector);
    }

    /// <summary>So many rows cannot be read that a human has to look at the file first.</summary>
    public bool MustWait => task.MustWait(received, quarantined);

    /// <summary>Opens the transaction and its temporary tables.</summary>
    public static async Task<FeedLoad> BeginAsync(LoadParts parts, FeedLoadTask task, CancellationToken cancel)
    {
        var connection = await parts.Database.OpenConnectionAsync(cancel);
        try
        {
            var now = parts.Clock.GetUtcNow();
            var today = Wib.DateOf(now);
            var places = await PlacesAsync(connection, cancel);
            var transaction = await connection.BeginTransactionAsync(cancel);
            await HoldKeysAsync(connection, task, parts.Protector, cancel);
            var load = new FeedLoad(parts, transaction, task, () => new RowReader(task.Feed, parts.Protector, places, today));
            await load.PrepareAsync(now, today, cancel);
            return load;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Reads the file into the transaction's own tables. It touches none that another load sees: that would keep a lock on it, and a load
    /// that is to be published first may need the whole table for itself.
    /// </summary>
    public async Task ArriveAsync(IProgress<FeedProgress>? progress, CancellationToken cancel)
    {
        var known = task.File.Probe.Length < ShortFile ? KnownRecords.None : await KnownRecordsQuery.RunAsync(database, task.Feed, cancel);
        using (FeedScript.Steps.StartActivity("Reading"))
            await new RowStream(task.File, known, makeReader).ReadAsync(chunk => TakeAsync(chunk, progress, cancel), cancel);
        await task.Log.CountAsync(Counts(FeedStage.Reading, task.File.Probe.Length), cancel);
    }

    /// <summary>Waits until it may be published, and compares what arrived with what the hub holds.</summary>
    public async Task SettleAsync(CancellationToken cancel)
    {
        await publisher.WaitAsync(await IsFirstAsync(cancel), cancel);
        var repeated = await publisher.RepeatedAsync(keys.MayRepeat, cancel);
        quarantined += repeated.Count;
        await arrivals.CopyAsync(repeated, cancel);
        await FeedScript.RunAsync(connection, "Publishing/decided", cancel);
        quarantined -= await DecidedAsync(cancel);
        await task.Log.CountAsync(Counts(FeedStage.Reading, task.File.Probe.Length), cancel);
    }

    /// <summary>Makes what arrived part of the hub and commits.</summary>
    public async Task<FeedRunResult> PublishAsync(IProgress<FeedProgress>? progress, CancellationToken cancel)
    {
        Report(progress, FeedStage.Publishing, task.File.Probe.Length);
        await task.Log.CountAsync(Counts(FeedStage.Publishing, task.File.Probe.Length), cancel);
        if (task.Correction is { } correction) await QuarantineDecisions.EnterAsync(connection, correction, correctedKey, cancel);
        await publisher.PublishAsync(cancel);
        await FeedScript.RunAsync(connection, "Publishing/landed", cancel);
        var result = await ResultAsync(cancel);
        isOpen = false;
        await transaction.CommitAsync(cancel);
        Report(progress, FeedStage.Done, task.File.Probe.Length);
        return result;
    }

    /// <summary>Keeps the file, encrypted, until a steward has looked at it; of its rows only the broken ones are to be seen.</summary>
    public async Task<FeedRunResult> HoldAsync(CancellationToken cancel)
    {
        await FeedScript.RunAsync(connection, "Publishing/quarantine", cancel);
        await HeldFile.KeepAsync(connection, task.Log.RunId, task.File.Bytes(), protector, cancel);
        var limit = task.Settings.ErrorPercent.ToString("0.##", CultureInfo.InvariantCulture);
        var failure = $"{quarantined} of {received} rows cannot be read, and the limit is {limit} %: a steward has to look at the file";
        await RunLog.HoldAsync(connection, task.Log.RunId, failure, cancel);
        isOpen = false;
        await transaction.CommitAsync(cancel);
        return Result() with { Status = "HELD", Failure = failure };
    }

    /// <summary>Takes back what was not committed, so that nothing waits for this load any more.</summary>
    public async Task RollbackAsync()
    {
        if (isOpen && connection.FullState == System.Data.ConnectionState.Open) await transaction.RollbackAsync(CancellationToken.None);
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
            select $1::text as feed, $2::bigint as run_id, $3::timestamptz as at, $4::date as day, $5::boolean as is_full,
              $6::boolean as awaits_linking, null::date as newest, 0 as unchanged, 0 as created, 0 as changed, 0 as linked, 0 as unlinked,
              0 as vanished, 0 as returned, 0 as decided
            """, connection);
        command.Parameters.AddWithValue(task.Feed.Name);
        command.Parameters.AddWithValue(task.Log.RunId);
        command.Parameters.AddWithValue(now);
        command.Parameters.AddWithValue(today);
        command.Parameters.AddWithValue(task.Kind == LoadKind.Full);
        command.Parameters.AddWithValue(task.AwaitsLinking);
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

    // On a connection of its own, as everything that is asked before the load may be published.
    private async Task<bool> IsFirstAsync(CancellationToken cancel)
    {
        await using var command = database.CreateCommand("select not exists (select from feeds.source_record)");
        // A first load has the table for itself until it has published.
        command.CommandTimeout = 0;
        return (bool)(await command.ExecuteScalarAsync(cancel))!;
    }

    private async Task TakeAsync(Chunk chunk, IProgress<FeedProgress>? progress, CancellationToken cancel)
    {
        await arrivals.CopyAsync(chunk.Rows, cancel);
        await arrivals.CopyAsync(chunk.Resent, cancel);
        await arrivals.CopyAsync(chunk.Rejected, cancel);
        received += chunk.Received;
        quarantined += chunk.Received - chunk.RowCount - chunk.Resent.Count;
        keys.Add(chunk.Keys);
        damaged += chunk.Damaged;
        if (chunk.Newest > (newest ?? DateOnly.MinValue)) newest = chunk.Newest;
        if (task.Correction is not null) correctedKey = chunk.LastKey;
        await task.Log.CountAsync(Counts(FeedStage.Reading, chunk.Position), cancel);
        Report(progress, FeedStage.Reading, chunk.Position);
    }

    /// <summary>Notes what the reader found, and gives how many broken rows a steward has decided on before.</summary>
    private async Task<int> DecidedAsync(CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("update this_load set newest = $1 returning decided", connection);
        command.Parameters.Add(new() { Value = (object?)newest ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Date });
        return (int)(await command.ExecuteScalarAsync(cancel))!;
    }

    private RunCounts Counts(FeedStage stage, long position)
    {
        var length = task.File.Probe.Length;
        return new RunCounts(stage, received, quarantined, damaged, length == 0 ? 100 : (int)(100 * Math.Min(position, length) / length));
    }

    private async Task<FeedRunResult> ResultAsync(CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            "select unchanged, created, changed, linked, unlinked, vanished, returned, decided from this_load", connection);
        await using var row = await command.ExecuteReaderAsync(cancel);
        await row.ReadAsync(cancel);
        return Result() with
        {
            Unchanged = row.GetInt32(0),
            Created = row.GetInt32(1),
            Changed = row.GetInt32(2),
            Linked = row.GetInt32(3),
            Unlinked = row.GetInt32(4),
            Vanished = row.GetInt32(5),
            Returned = row.GetInt32(6),
            Decided = row.GetInt32(7),
        };
    }

    private FeedRunResult Result() => new(task.Log.RunId, task.Feed.Name, task.FileName)
    {
        Kind = task.Kind,
        Received = received,
        Quarantined = quarantined,
        Damaged = damaged,
    };

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

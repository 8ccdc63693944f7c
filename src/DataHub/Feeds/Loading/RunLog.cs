using Npgsql;
using NpgsqlTypes;

namespace DataHub.Feeds.Loading;

/// <summary>How far a run is.</summary>
/// <param name="Stage">Reading or publishing; the end of a run is entered by other ways.</param>
/// <param name="Received">Data rows read so far.</param>
/// <param name="Quarantined">Of these, rows that could not be read.</param>
/// <param name="Damaged">Of these, rows with a damaged identifier.</param>
/// <param name="PercentRead">Of the file's bytes, 0 to 100.</param>
internal sealed record RunCounts(FeedStage Stage, int Received, int Quarantined, int Damaged, int PercentRead);

/// <summary>What is entered of a run when it begins.</summary>
internal sealed record RunStart(string Feed, string FileName, byte[]? FileHash, LoadKind Kind)
{
    /// <summary>Client and subject of the steward whose correction it brings; null: a source's.</summary>
    public string? Actor { get; init; }

    /// <summary>The steward's words.</summary>
    public string? Reason { get; init; }
}

/// <summary>
/// The run's row in feeds.feed_run, kept on a connection of its own so that others see it move while the load's transaction is open.
/// The connection also holds the feed's lock: as long as it lives, the run lives.
/// </summary>
internal sealed class RunLog : IAsyncDisposable
{
    // The event of a run's row as it is now.
    private const string Tell =
        """
        insert into changes.outbox (kind, run_id, stage, received, quarantined, percent_read)
        select 'RUN_PROGRESS', id, case when status = 'RUNNING' then stage when awaits_linking then 'LINKING' else status end, received,
          quarantined, percent_read
        from changed
        """;

    // A run that a steward released and that did not come to its end waits for the steward again: its file is still kept.
    private const string Unfinished =
        "case when exists (select from feeds.held_file h where h.run_id = feed_run.id) then 'HELD' else 'FAILED' end";

    // First half of the advisory locks of feeds; the second is the feed's number.
    private const int LockClass = 0x4665_6564;

    // A load reads a chunk of rows in a few milliseconds; who follows it needs no more than this.
    private static readonly TimeSpan BetweenEvents = TimeSpan.FromMilliseconds(500);

    private readonly NpgsqlConnection connection;
    private readonly TimeProvider clock;
    private readonly int feedNumber;
    private FeedStage toldStage;
    private long toldAt;

    private RunLog(NpgsqlConnection connection, TimeProvider clock, int feedNumber) =>
        (this.connection, this.clock, this.feedNumber) = (connection, clock, feedNumber);

    /// <summary>Number of the run.</summary>
    public long RunId { get; private set; }

    /// <summary>Takes the feed's lock and closes what a dead process left open. Throws when another load of the feed is under way.</summary>
    public static async Task<RunLog> OpenAsync(NpgsqlDataSource database, FeedDefinition feed, TimeProvider clock, CancellationToken cancel)
    {
        var log = await TryOpenAsync(database, feed, clock, cancel);
        return log ?? throw new FeedRefusedException($"another load of {feed.Name} is under way") { Feed = feed.Name };
    }

    /// <summary>As <see cref="OpenAsync"/>, null when another load of the feed is under way.</summary>
    public static async Task<RunLog?> TryOpenAsync(NpgsqlDataSource database, FeedDefinition feed, TimeProvider clock, CancellationToken cancel)
    {
        var connection = await database.OpenConnectionAsync(cancel);
        try
        {
            var number = FeedCatalogue.NumberOf(feed);
            await using var take = new NpgsqlCommand("select pg_try_advisory_lock($1, $2)", connection);
            take.Parameters.Add(new NpgsqlParameter<int> { TypedValue = LockClass });
            take.Parameters.Add(new NpgsqlParameter<int> { TypedValue = number });
            if (await take.ExecuteScalarAsync(cancel) is not true)
            {
                await connection.DisposeAsync();
                return null;
            }
            var log = new RunLog(connection, clock, number);
            await log.CloseAbandonedAsync(feed.Name, cancel);
            return log;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Enters a run that has begun.</summary>
    public async Task BeginAsync(RunStart run, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            $"""
            with changed as (
              insert into feeds.feed_run (feed, file_name, file_hash, status, started_at, kind, actor, reason)
              values ($1, $2, $3, 'RUNNING', $4, $5, $6, $7)
              returning *
            )
            {Tell} returning run_id
            """, connection);
        command.Parameters.AddWithValue(run.Feed);
        command.Parameters.AddWithValue(run.FileName);
        command.Parameters.Add(new() { Value = run.FileHash is { Length: > 0 } hash ? hash : DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bytea });
        command.Parameters.AddWithValue(clock.GetUtcNow());
        command.Parameters.AddWithValue(run.Kind.ToString().ToUpperInvariant());
        command.Parameters.Add(Text(run.Actor));
        command.Parameters.Add(Text(run.Reason));
        RunId = (long)(await command.ExecuteScalarAsync(cancel))!;
        (toldStage, toldAt) = (FeedStage.Reading, clock.GetTimestamp());
    }

    /// <summary>Takes up a run that waits for a steward. False: it does not wait any more.</summary>
    public async Task<bool> ResumeAsync(long runId, string actor, string reason, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            $"""
            with changed as (
              update feeds.feed_run set status = 'RUNNING', stage = 'READING', finished_at = null, failure = null, received = 0,
                quarantined = 0, damaged = 0, percent_read = 0, actor = $2, reason = $3
              where id = $1 and status = 'HELD'
              returning *
            )
            {Tell} returning run_id
            """, connection);
        command.Parameters.AddWithValue(runId);
        command.Parameters.AddWithValue(actor);
        command.Parameters.AddWithValue(reason);
        if (await command.ExecuteScalarAsync(cancel) is null) return false;
        RunId = runId;
        (toldStage, toldAt) = (FeedStage.Reading, clock.GetTimestamp());
        return true;
    }

    /// <summary>Enters, in a load's own transaction, that its run waits for a steward.</summary>
    public static async Task HoldAsync(NpgsqlConnection connection, long runId, string failure, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            $"""
            with changed as (
              update feeds.feed_run set status = 'HELD', finished_at = clock_timestamp(), failure = $2, percent_read = 100
              where id = $1
              returning *
            )
            {Tell}
            """, connection);
        command.Parameters.AddWithValue(runId);
        command.Parameters.AddWithValue(failure);
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Enters that a held run is not wanted. False: it does not wait any more.</summary>
    public async Task<bool> DiscardAsync(long runId, string actor, string reason, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            $"""
            with changed as (
              update feeds.feed_run set status = 'DISCARDED', actor = $2, reason = $3 where id = $1 and status = 'HELD' returning *
            ), file as (
              delete from feeds.held_file h using changed c where h.run_id = c.id
            ), entries as (
              -- Nothing of the run was taken, so that its broken rows are nobody's work.
              delete from feeds.quarantine q using changed c where q.run_id = c.id and q.state = 'OPEN'
            )
            {Tell} returning run_id
            """, connection);
        command.Parameters.AddWithValue(runId);
        command.Parameters.AddWithValue(actor);
        command.Parameters.AddWithValue(reason);
        return await command.ExecuteScalarAsync(cancel) is not null;
    }

    /// <summary>Shows how far the run is: each time to those who ask, now and then to those who are told.</summary>
    public async Task CountAsync(RunCounts counts, CancellationToken cancel)
    {
        const string Update =
            "update feeds.feed_run set received = $2, quarantined = $3, damaged = $4, percent_read = $5, stage = $6 where id = $1";
        var isTold = counts.Stage != toldStage || clock.GetElapsedTime(toldAt) >= BetweenEvents;
        await using var command = new NpgsqlCommand(isTold ? $"with changed as ({Update} returning *) {Tell}" : Update, connection);
        command.Parameters.AddWithValue(RunId);
        command.Parameters.AddWithValue(counts.Received);
        command.Parameters.AddWithValue(counts.Quarantined);
        command.Parameters.AddWithValue(counts.Damaged);
        command.Parameters.AddWithValue(counts.PercentRead);
        command.Parameters.AddWithValue(counts.Stage == FeedStage.Reading ? "READING" : "PUBLISHING");
        await command.ExecuteNonQueryAsync(cancel);
        if (isTold) (toldStage, toldAt) = (counts.Stage, clock.GetTimestamp());
    }

    /// <summary>Enters why the run ended without publishing anything.</summary>
    public async Task FailAsync(string failure)
    {
        await using var command = new NpgsqlCommand(
            $"""
            with changed as (
              update feeds.feed_run set status = {Unfinished}, finished_at = $2, failure = $3
              where id = $1 and status = 'RUNNING'
              returning *
            )
            {Tell}
            """, connection);
        command.Parameters.AddWithValue(RunId);
        command.Parameters.AddWithValue(clock.GetUtcNow());
        command.Parameters.AddWithValue(failure);
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (connection.FullState == System.Data.ConnectionState.Open)
        {
            // A pooled connection outlives this object: the lock must not.
            await using var release = new NpgsqlCommand("select pg_advisory_unlock($1, $2)", connection);
            release.Parameters.AddWithValue(LockClass);
            release.Parameters.AddWithValue(feedNumber);
            await release.ExecuteNonQueryAsync(CancellationToken.None);
        }
        await connection.DisposeAsync();
    }

    private static NpgsqlParameter Text(string? text) => new() { Value = (object?)text ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };

    private async Task CloseAbandonedAsync(string feed, CancellationToken cancel)
    {
        // Whoever holds the lock is the only loader: a run that is still open belongs to a process that is gone.
        await using var command = new NpgsqlCommand(
            $"""
            with changed as (
              update feeds.feed_run set status = {Unfinished}, finished_at = $2, failure = 'the process ended during the run'
              where feed = $1 and status = 'RUNNING'
              returning *
            )
            {Tell}
            """, connection);
        command.Parameters.AddWithValue(feed);
        command.Parameters.AddWithValue(clock.GetUtcNow());
        await command.ExecuteNonQueryAsync(cancel);
    }
}

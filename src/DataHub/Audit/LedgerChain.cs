using DataHub.Database;
using Npgsql;

namespace DataHub.Audit;

/// <summary>
/// A host's chain in the database, over one connection that holds the chain's lock as long as it lives: nobody else adds to it, also not a
/// former process of the host whose last statement PostgreSQL is still at. For the one thread that writes, which waits for PostgreSQL itself:
/// that takes one waking-up a commit, where a task takes three.
/// </summary>
internal sealed class LedgerChain(LedgerParts parts) : IDisposable
{
    private const int MostProcesses = 16;
    private const int LockTries = 50;
    private static readonly TimeSpan LockPause = TimeSpan.FromMilliseconds(100);
    private readonly EntryHash hasher = new();
    private NpgsqlConnection? connection;
    private EntryInsert? insert;
    private (int Number, string Name) chain;

    /// <summary>The last entry known to be durable.</summary>
    public LedgerHead Head { get; private set; } = LedgerHead.None;

    public Guid Ledger { get; private set; }

    public string Name => chain.Name ?? parts.Place.Host;

    /// <summary>
    /// Adds entries, all or none. What failed with its connection is tried once more on a new one, unless it turns out to have been durable.
    /// </summary>
    public void Add(IReadOnlyList<PendingEntry> entries)
    {
        var isNew = connection is null;
        try
        {
            Open();
            Write(entries);
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.CheckViolation)
        {
            // No partition takes the row: its month has begun without one.
            Scalar(connection!, "select audit.make_partitions($1)", parts.Time.GetUtcNow());
            Write(entries);
        }
        catch (Exception exception) when (!isNew && DatabaseFailures.IsUnavailable(exception))
        {
            Close();
            var before = Head.Sequence;
            Open();
            if (Head.Sequence == before) Write(entries);
            else if (Head.Sequence != before + entries.Count) throw;
        }
        Tell(entries);
    }

    /// <summary>Signs how far the chain has come, in the database and outside it.</summary>
    public void Sign()
    {
        var head = Head;
        var at = (parts.Time.GetUtcNow().UtcDateTime - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        var checkpoint = parts.Place.Signer.Sign(
            new Checkpoint(Ledger, chain.Name, head.Sequence, Convert.ToHexStringLower(head.Hash), at, IsAnchor: false, "", ""));
        parts.Place.Add(checkpoint);
        Open();
        using var command = CheckpointTable.Insert(connection!, chain.Number, checkpoint);
        command.ExecuteNonQuery();
    }

    public void Dispose() => Close();

    public void Close()
    {
        insert?.Dispose();
        connection?.Dispose();
        (insert, connection) = (null, null);
    }

    private void Open()
    {
        if (connection is not null) return;
        var opened = parts.DataSource.OpenConnection();
        try
        {
            Ledger = (Guid)Scalar(opened, "select id from audit.ledger")!;
            chain = Lock(opened);
            Scalar(opened, "select audit.make_partitions($1)", parts.Time.GetUtcNow());
            var head = ReadHead(opened, chain.Number);
            // What the host knows to have been entered and the database has not is missing, and stays so: the chain goes on behind it.
            if (parts.Place.NoteOf(Ledger, chain.Name) is { Done: var noted } && noted.Sequence > head.Sequence)
            {
                parts.OnError(new InvalidDataException($"The ledger has lost the end of its chain {chain.Name}: see \"datahub ledger verify\"."));
                head = noted;
            }
            Head = head;
            insert = EntryInsert.Prepare(opened, chain.Number, parts.Settings.WriteTime);
            connection = opened;
        }
        finally
        {
            if (connection is null) opened.Dispose();
        }
    }

    /// <summary>The host's chain; when another process of the host holds it, one of that process's number.</summary>
    private (int Number, string Name) Lock(NpgsqlConnection opened)
    {
        for (var process = 1; process <= MostProcesses; process++)
        {
            var name = process == 1 ? parts.Place.Host : $"{parts.Place.Host}~{process}";
            if (Scalar(opened, "select id from audit.chain where name = $1", name) is not int number)
            {
                Scalar(opened, "insert into audit.chain (name) values ($1) on conflict do nothing", name);
                number = (int)Scalar(opened, "select id from audit.chain where name = $1", name)!;
            }
            // A process that was killed a moment ago still holds it until PostgreSQL has seen that it is gone.
            for (var tries = chain.Name is null || chain.Name == name ? LockTries : 1; tries > 0; tries--)
            {
                if (Scalar(opened, "select pg_try_advisory_lock(x'4c6564'::int, $1)", number) is true) return (number, name);
                if (tries > 1) Thread.Sleep(LockPause);
            }
        }
        throw new InvalidOperationException($"More than {MostProcesses} processes write the ledger of {parts.Place.Host}.");
    }

    private void Write(IReadOnlyList<PendingEntry> entries)
    {
        var now = parts.Time.GetUtcNow().UtcDateTime;
        now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
        var (sequence, at, previous) = (Head.Sequence, now > Head.At ? now : Head.At, Head.Hash);
        var batch = new EntryRow[entries.Count];
        for (var i = 0; i < batch.Length; i++)
        {
            var (entry, place) = (entries[i].Entry, new EntryPlace(++sequence, at, previous));
            previous = hasher.Of(chain.Name, place, entry);
            batch[i] = EntryRow.Of(entry, place, previous);
        }
        var intended = new LedgerHead(sequence, at, previous);
        parts.Place.Note(Ledger, chain.Name, new LedgerNote(Head, intended));
        insert!.Run(batch);
        Head = intended;
    }

    private void Tell(IReadOnlyList<PendingEntry> entries)
    {
        parts.Place.Note(Ledger, chain.Name, new LedgerNote(Head, Head));
        var first = Head.Sequence - entries.Count + 1;
        for (var i = 0; i < entries.Count; i++) entries[i].Entered(first + i);
    }

    private static LedgerHead ReadHead(NpgsqlConnection opened, int number)
    {
        using (var command = new NpgsqlCommand(
            """
            select seq, at, hash from audit.entry where id > $1::bigint << 40 and id < ($1::bigint + 1) << 40 order by id desc limit 1
            """,
            opened))
        {
            command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = number });
            using var reader = command.ExecuteReader();
            if (reader.Read()) return new LedgerHead(reader.GetInt64(0), reader.GetDateTime(1), reader.GetFieldValue<byte[]>(2));
        }
        return CheckpointTable.AnchorOf(opened, number);
    }

    private static object? Scalar(NpgsqlConnection opened, string sql, object? value = null)
    {
        using var command = new NpgsqlCommand(sql, opened);
        if (value is not null) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command.ExecuteScalar();
    }
}

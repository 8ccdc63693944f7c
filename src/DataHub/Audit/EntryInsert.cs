using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace DataHub.Audit;

/// <summary>One statement that adds entries to a chain: all of them or none, with one commit.</summary>
internal sealed class EntryInsert : IAsyncDisposable
{
    // Arrays of arrays must be rectangular in PostgreSQL, so lists travel as the text of an array.
    private const string Sql = """
        insert into audit.entry (chain, seq, at, kind, organisation, client, actor, actor_person, purpose, case_number, operation, document,
          fields, persons, businesses, rows, outcome, code, continues, previous, hash)
        select $1, t.seq, t.at, t.kind, t.organisation, t.client, t.actor, t.actor_person, t.purpose, t.case_number, t.operation, t.document,
          string_to_array(t.fields, ' '), t.persons::bigint[], t.businesses::bigint[], t.rows, t.outcome, t.code, t.continues, t.previous, t.hash
        from unnest($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)
          as t(seq, at, kind, organisation, client, actor, actor_person, purpose, case_number, operation, document,
            fields, persons, businesses, rows, outcome, code, continues, previous, hash)
        """;

    private readonly NpgsqlCommand command;

    private EntryInsert(NpgsqlCommand command) => this.command = command;

    public static async Task<EntryInsert> PrepareAsync(NpgsqlConnection connection, int chain, TimeSpan time)
    {
        var command = new NpgsqlCommand(Sql, connection) { CommandTimeout = Math.Max(1, (int)time.TotalSeconds) };
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = chain });
        const NpgsqlDbType Text = NpgsqlDbType.Text, Number = NpgsqlDbType.Bigint, Bytes = NpgsqlDbType.Bytea;
        foreach (var type in (ReadOnlySpan<NpgsqlDbType>)[Number, NpgsqlDbType.TimestampTz, Text, Text, Text, Text, Number, Text, Text, Text, Bytes,
            Text, Text, Text, NpgsqlDbType.Integer, Text, Text, Number, Bytes, Bytes])
            command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Array | type });
        await command.PrepareAsync();
        return new EntryInsert(command);
    }

    /// <summary>Adds entries in their places; returns when they are durable.</summary>
    public Task RunAsync(IReadOnlyList<(PendingEntry Pending, EntryPlace Place, byte[] Hash)> batch)
    {
        Set(1, batch, static e => e.Place.Sequence);
        Set(2, batch, static e => e.Place.At);
        Set(3, batch, static e => e.Pending.Entry.Kind);
        Set(4, batch, static e => e.Pending.Entry.Organisation);
        Set(5, batch, static e => e.Pending.Entry.Client);
        Set(6, batch, static e => e.Pending.Entry.Actor);
        Set(7, batch, static e => e.Pending.Entry.ActorPerson);
        Set(8, batch, static e => e.Pending.Entry.Purpose);
        Set(9, batch, static e => e.Pending.Entry.CaseNumber);
        Set(10, batch, static e => e.Pending.Entry.Operation);
        Set(11, batch, static e => e.Pending.Entry.Document);
        Set(12, batch, static e => string.Join(' ', e.Pending.Entry.Fields));
        Set(13, batch, static e => TextOf(e.Pending.Entry.Persons));
        Set(14, batch, static e => TextOf(e.Pending.Entry.Businesses));
        Set(15, batch, static e => e.Pending.Entry.Rows);
        Set(16, batch, static e => e.Pending.Entry.Outcome);
        Set(17, batch, static e => e.Pending.Entry.Code);
        Set(18, batch, static e => e.Pending.Entry.Continues);
        Set(19, batch, static e => e.Place.Previous);
        Set(20, batch, static e => e.Hash);
        return command.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => command.DisposeAsync();

    private void Set<T>(
        int parameter,
        IReadOnlyList<(PendingEntry Pending, EntryPlace Place, byte[] Hash)> batch,
        Func<(PendingEntry Pending, EntryPlace Place, byte[] Hash), T> read)
    {
        var values = new T[batch.Count];
        for (var i = 0; i < values.Length; i++) values[i] = read(batch[i]);
        command.Parameters[parameter].Value = values;
    }

    private static string TextOf(long[] numbers) => numbers.Length switch
    {
        0 => "{}",
        1 => string.Create(CultureInfo.InvariantCulture, $"{{{numbers[0]}}}"),
        _ => $"{{{string.Join(',', numbers.Select(n => n.ToString(CultureInfo.InvariantCulture)))}}}",
    };
}

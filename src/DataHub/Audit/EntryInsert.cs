using Npgsql;

namespace DataHub.Audit;

/// <summary>One statement that adds entries to a chain: all of them or none, with one commit.</summary>
internal sealed class EntryInsert : IDisposable
{
    private const string Sql = $"""
        insert into audit.entry (chain, {EntryRow.Columns})
        select $1, {EntryRow.Columns} from unnest($2)
        """;

    private readonly NpgsqlCommand command;
    private readonly NpgsqlParameter<EntryRow[]> rows;

    private EntryInsert(NpgsqlCommand command, NpgsqlParameter<EntryRow[]> rows) => (this.command, this.rows) = (command, rows);

    public static EntryInsert Prepare(NpgsqlConnection connection, int chain, TimeSpan time)
    {
        var rows = new NpgsqlParameter<EntryRow[]> { DataTypeName = $"{EntryRow.TypeName}[]" };
        var command = new NpgsqlCommand(Sql, connection)
        {
            CommandTimeout = Math.Max(1, (int)time.TotalSeconds),
            Parameters = { new NpgsqlParameter<int> { TypedValue = chain }, rows },
        };
        command.Prepare();
        return new EntryInsert(command, rows);
    }

    /// <summary>Adds entries in their places; returns when they are durable.</summary>
    public void Run(EntryRow[] batch)
    {
        rows.TypedValue = batch;
        command.ExecuteNonQuery();
    }

    public void Dispose() => command.Dispose();
}

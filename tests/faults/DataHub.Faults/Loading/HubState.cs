using System.Text.Json.Nodes;
using DataHub.Shared.Secrets;
using Npgsql;

namespace DataHub.Faults.Loading;

/// <summary>
/// What a hub holds of its feeds, table by table and row by row, without what may differ: times, the numbers of rows, how often a file was
/// loaded. What is encrypted is decrypted: the same text is another cipher every time.
/// </summary>
internal sealed class HubState
{
    private const string Columns =
        """
        select quote_ident(c.table_schema) || '.' || quote_ident(c.table_name), c.column_name, c.data_type
        from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
        where t.table_type = 'BASE TABLE' and c.table_schema in ('registry', 'credit', 'training', 'market', 'linkage', 'feeds')
        """;

    /// <summary>A row for each time that something was begun.</summary>
    private static readonly HashSet<string> Histories = ["feeds.feed_run", "linkage.pass"];

    private static readonly HashSet<(string, string)> Ciphers =
        [.. SecretColumn.All.Where(column => column.Use == KeyUse.Encryption).Select(column => (column.Table, column.Column))];

    private readonly SortedDictionary<string, Dictionary<string, int>> tables = new(StringComparer.Ordinal);

    private HubState()
    {
    }

    public int Rows => tables.Values.Sum(rows => rows.Values.Sum());

    public static async Task<HubState> ReadAsync(NpgsqlDataSource database, Protector protector)
    {
        var state = new HubState();
        var names = await IdNames.ReadAsync(database);
        foreach (var table in await TablesAsync(database))
        {
            var rows = state.tables[table.Key] = [];
            // A table cannot be a parameter; its name is the catalogue's own, quoted by it.
            await using var command = database.CreateCommand($"select to_json(t)::text from {table.Key} t");
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                var text = Comparable(JsonNode.Parse(reader.GetString(0))!.AsObject(), table, names, protector);
                rows[text] = rows.GetValueOrDefault(text) + 1;
            }
        }

        return state;
    }

    /// <summary>One line for each table that is not as in the other hub.</summary>
    public IEnumerable<string> DifferencesFrom(HubState expected)
    {
        foreach (var (table, rows) in expected.tables)
        {
            var here = tables.GetValueOrDefault(table, []);
            var missing = rows.Sum(row => Math.Max(0, row.Value - here.GetValueOrDefault(row.Key)));
            var extra = here.Sum(row => Math.Max(0, row.Value - rows.GetValueOrDefault(row.Key)));
            if (missing + extra == 0) continue;
            yield return $"{table}: {missing} rows are missing, {extra} are too many{Example(rows, here)}";
        }
    }

    /// <summary>In which columns two rows differ that are alike otherwise; values are not told.</summary>
    private static string Example(Dictionary<string, int> expected, Dictionary<string, int> here)
    {
        var missing = expected.Keys.Where(row => !here.ContainsKey(row)).Take(20).Select(row => JsonNode.Parse(row)!.AsObject()).ToArray();
        var extra = here.Keys.Where(row => !expected.ContainsKey(row)).Take(500).Select(row => JsonNode.Parse(row)!.AsObject()).ToArray();
        var closest = missing.SelectMany(row => extra.Select(other => Differing(row, other)))
            .OrderBy(columns => columns.Length).FirstOrDefault();
        return closest is null ? "" : $", for one in {string.Join(", ", closest)}";
    }

    private static string[] Differing(JsonObject row, JsonObject other) =>
        [.. row.Where(entry => !JsonNode.DeepEquals(entry.Value, other[entry.Key])).Select(entry => entry.Key)];

    private static async Task<IEnumerable<IGrouping<string, (string Column, string Type)>>> TablesAsync(NpgsqlDataSource database)
    {
        var columns = new List<(string Table, string Column, string Type)>();
        await using var command = database.CreateCommand(Columns);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) columns.Add((reader.GetString(0), reader.GetString(1), reader.GetString(2)));
        return columns.Where(column => !Histories.Contains(column.Table))
            .GroupBy(column => column.Table, column => (column.Column, column.Type));
    }

    private static string Comparable(
        JsonObject row, IGrouping<string, (string Column, string Type)> table, IdNames names, Protector protector)
    {
        foreach (var (column, type) in table)
        {
            if (row[column] is not { } value) continue;
            if (type == "timestamp with time zone") row.Remove(column);
            else if (IdNames.IsNumber(column, type)) row[column] = names.Of(table.Key, column, value.GetValue<long>());
            else if (Ciphers.Contains((table.Key, column)))
                row[column] = Convert.ToHexString(protector.Decrypt(Convert.FromHexString(value.GetValue<string>()[2..])));
        }

        return row.ToJsonString();
    }
}

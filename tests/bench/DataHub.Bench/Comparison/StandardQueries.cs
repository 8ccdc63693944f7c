using System.Globalization;
using System.Text.Json.Nodes;
using Npgsql;

namespace DataHub.Bench.Comparison;

/// <summary>The seven queries, with values drawn from the database: the same ones in each run on the same data.</summary>
internal sealed class StandardQueries(NpgsqlDataSource database, int pageSize)
{
    private const int BatchSize = 200;

    // md5 of a salted key puts rows in an order that is random and always the same.
    private const string Nibs = "select nib from registry.business where nib is not null order by md5('bench' || nib) limit 12000";

    private const string NibsWithOwner =
        "select nib from registry.business where nib is not null and owner_id is not null order by md5('bench' || nib) limit 1000";

    private const string NibsOfRichBusinesses = """
        select b.nib from registry.business b where b.nib is not null
          and exists (select from market.product p join market.listing l on l.product_id = p.id where p.business_id = b.id)
          and (exists (select from credit.loan l where l.business_id = b.id)
            or exists (select from training.participation t where t.business_id = b.id))
        order by md5('bench' || b.nib) limit 400
        """;

    private const string Groups = """
        select regency_code, scale, left(kbli, 2) from registry.business where nib is not null
        group by 1, 2, 3 having count(*) >= 50 and min(regency_code) is not null
        order by md5('bench' || regency_code || scale || left(kbli, 2)) limit 60
        """;

    // The walk's last pages are short: they are left out.
    private const string Keys = """
        select id from registry.business where nib is not null and id < (select max(id) - 2000 from registry.business)
        order by md5('bench' || nib) limit 100
        """;

    /// <summary>Those of the names.</summary>
    public async Task<IReadOnlyList<BenchQuery>> ReadAsync(IReadOnlyList<string> names)
    {
        var queries = new List<BenchQuery>();
        foreach (var name in names) queries.Add(new BenchQuery(name, Document(name), await VariablesAsync(name)));
        return queries;
    }

    /// <summary>The text of a form of a question, of the question itself where the form has none.</summary>
    public static string Document(string name)
    {
        var folder = Path.Combine(Repository.Bench, "DataHub.Bench", "Queries");
        var form = Path.Combine(folder, name.Replace(' ', '-') + ".graphql");
        return File.ReadAllText(File.Exists(form) ? form : Path.Combine(folder, name.Split(' ')[0] + ".graphql"));
    }

    private async Task<IReadOnlyList<JsonObject>> VariablesAsync(string name)
    {
        List<JsonObject> sets = name == PolicyQueries.WithConsent ? Nib(await RowsAsync(NibsWithOwner)) : name.Split(' ')[0] switch
        {
            "Q1" => Nib((await RowsAsync(Nibs)).Take(1000)),
            "Q2" => Nib(await RowsAsync(NibsOfRichBusinesses)),
            "Q3" => [.. (await RowsAsync(Groups)).Select(
                row => new JsonObject { ["regency"] = row[0], ["scale"] = row[1], ["kbli"] = row[2] })],
            "Q4" => [.. (await RowsAsync(Keys)).Select(row => new JsonObject { ["after"] = row[0] })],
            "Q6" => [.. (await RowsAsync(Nibs)).Chunk(BatchSize).Select(
                rows => new JsonObject { ["nibs"] = new JsonArray([.. rows.Select(row => (JsonNode)row[0])]) })],
            "Q7" => [.. (await RowsAsync(Keys)).Select(row => new JsonObject { ["first"] = pageSize, ["after"] = row[0] })],
            _ => [new JsonObject()],
        };
        return sets.Count > 0 ? sets : throw new BenchException($"The database has no business to ask {name} about.");
    }

    private static List<JsonObject> Nib(IEnumerable<string[]> rows) => [.. rows.Select(row => new JsonObject { ["nib"] = row[0] })];

    private async Task<List<string[]>> RowsAsync(string sql)
    {
        await using var command = database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string[]>();
        while (await reader.ReadAsync())
        {
            var values = Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue);
            rows.Add([.. values.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture)!)]);
        }
        return rows;
    }
}

using Npgsql;

namespace DataHub.Faults.Loading;

/// <summary>
/// What the numbers in the tables stand for, in words that are the same in every hub with the same records: a business is named by the
/// first record that is joined to it.
/// </summary>
internal sealed class IdNames
{
    private static readonly Dictionary<string, string> Sources = new()
    {
        ["registry.business"] =
            """
            select b.id, coalesce(min(l.feed || ':' || l.source_key), 'from ' || b.origin_feed || ':' || b.origin_key)
            from registry.business b left join linkage.link l on l.business_id = b.id and l.closed_at is null group by b.id
            """,
        ["registry.person"] =
            """
            select p.id, coalesce(
              encode(p.nik_hash, 'hex'), min(l.feed || ':' || l.source_key), 'from ' || p.origin_feed || ':' || p.origin_key)
            from registry.person p left join linkage.link l on l.person_id = p.id and l.closed_at is null group by p.id
            """,
        ["feeds.source_record"] = "select id, feed || ':' || source_key || ':' || encode(content_hash, 'hex') from feeds.source_record",
        ["linkage.link"] = "select id, feed || ':' || source_key || ':' || rule || ':' || (closed_at is null) from linkage.link",
        ["training.programme"] = "select id, code from training.programme",
        ["market.product"] = "select id, source_key from market.product",
        ["market.shop"] = "select id, shop_id from market.shop",
        ["market.exhibition"] = "select id, code from market.exhibition",
    };

    private static readonly Dictionary<string, string> Columns = new()
    {
        ["business_id"] = "registry.business",
        ["survivor_id"] = "registry.business",
        ["other_id"] = "registry.business",
        ["from_business_id"] = "registry.business",
        ["to_business_id"] = "registry.business",
        ["person_id"] = "registry.person",
        ["owner_id"] = "registry.person",
        ["from_person_id"] = "registry.person",
        ["to_person_id"] = "registry.person",
        ["record_id"] = "feeds.source_record",
        ["source_record_id"] = "feeds.source_record",
        ["cluster_record_id"] = "feeds.source_record",
        ["person_cluster_record_id"] = "feeds.source_record",
        ["link_id"] = "linkage.link",
        ["programme_id"] = "training.programme",
        ["product_id"] = "market.product",
        ["shop_id"] = "market.shop",
        ["exhibition_id"] = "market.exhibition",
    };

    /// <summary>Columns of another meaning than that of their name elsewhere.</summary>
    private static readonly Dictionary<(string Table, string Column), string> Exceptions = new()
    {
        [("registry.person_redirect", "survivor_id")] = "registry.person",
    };

    /// <summary>Of runs and passes there are more where a load was broken off, and events are counted through.</summary>
    private static readonly string[] Counted = ["run_id", "pass_id", "event_id", "decision_id"];

    private readonly Dictionary<string, Dictionary<long, string>> names = [];

    private IdNames()
    {
    }

    public static async Task<IdNames> ReadAsync(NpgsqlDataSource database)
    {
        var names = new IdNames();
        foreach (var (table, sql) in Sources)
        {
            var found = names.names[table] = [];
            await using var command = database.CreateCommand(sql);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync()) found.Add(reader.GetInt64(0), reader.GetString(1));
        }

        return names;
    }

    /// <summary>True for a column that holds numbers which a database gives out.</summary>
    public static bool IsNumber(string column, string type) =>
        type == "bigint" && (column == "id" || column.EndsWith("_id", StringComparison.Ordinal));

    /// <summary>
    /// The name of a number; null where a number says nothing. Throws for a column that nobody has said the meaning of.
    /// </summary>
    public string? Of(string table, string column, long number)
    {
        if (column == "id") return Sources.ContainsKey(table) ? Named(table, number) : null;
        if (Array.Exists(Counted, name => column.EndsWith(name, StringComparison.Ordinal))) return null;
        var target = Exceptions.GetValueOrDefault((table, column)) ?? Columns.GetValueOrDefault(column)
            ?? throw new InvalidOperationException($"what the numbers in {table}.{column} stand for is not said");
        return Named(target, number);
    }

    /// <summary>A number that was given out and taken back stands for nothing.</summary>
    private string Named(string table, long number) => names[table].GetValueOrDefault(number, "gone");
}

using Npgsql;

namespace DataHub.Linkage.Review;

/// <summary>A business as the set of records that are joined to it.</summary>
/// <param name="Id">The business that answers now.</param>
/// <param name="Records">Its records of the feeds that are linked, the one that stands for it first.</param>
/// <param name="HasLoans">Whether it carries credit.</param>
internal sealed record BusinessMembers(long Id, IReadOnlyList<RecordKey> Records, bool HasLoans)
{
    // The record that the business was minted from stands for it, else its licence, else the one that was joined first.
    private const string Query =
        """
        select k.asked, b.id, exists (select from credit.loan x where x.business_id = b.id),
          array(select l.feed || ' ' || l.source_key from linkage.link l
            where l.business_id = b.id and l.closed_at is null and l.feed = any ($2)
            order by (l.feed, l.source_key) = (b.origin_feed, b.origin_key) desc, l.feed = 'OSS' desc, l.decided_at, l.id)
        from unnest($1::bigint[]) with ordinality k(asked, ord)
        left join registry.business_redirect r on r.business_id = k.asked
        join registry.business b on b.id = coalesce(r.survivor_id, k.asked)
        order by k.ord
        """;

    /// <summary>The record that stands for it.</summary>
    public RecordKey Anchor => Records[0];

    /// <summary>True when loans are among some of its records.</summary>
    public static bool HaveLoans(IEnumerable<RecordKey> records) => records.Any(record => record.Feed == "SIKP");

    /// <summary>The businesses that answer for these ids, in their order; those that are not there are left out.</summary>
    public static async Task<List<BusinessMembers>> ReadAsync(NpgsqlConnection connection, long[] ids, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Query, connection);
        command.Parameters.AddWithValue(ids);
        command.Parameters.AddWithValue(RecordKey.Feeds.ToArray());
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var businesses = new List<BusinessMembers>();
        while (await row.ReadAsync(cancellation))
            businesses.Add(new(row.GetInt64(1), [.. row.GetFieldValue<string[]>(3).Select(KeyOf)], row.GetBoolean(2)));
        return businesses;
    }

    // Names of feeds have no space.
    private static RecordKey KeyOf(string text) =>
        text.IndexOf(' ', StringComparison.Ordinal) is var at ? new(text[..at], text[(at + 1)..]) : default;
}

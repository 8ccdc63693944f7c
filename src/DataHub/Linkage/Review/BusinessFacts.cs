using Npgsql;

namespace DataHub.Linkage.Review;

/// <summary>What stewards weigh of a business: how much hangs on it, and what it says of itself.</summary>
internal sealed record BusinessFacts(long Id, int Records)
{
    private const string Query =
        """
        select b.id, (select count(*)::int from linkage.link l where l.business_id = b.id and l.closed_at is null),
          c.loans, c.outstanding,
          (select count(*)::int from market.certificate x where x.business_id = b.id),
          (select count(*)::int from training.participation x where x.business_id = b.id),
          (select count(*)::int from market.shop x where x.business_id = b.id),
          b.nib, b.name, b.legal_form, b.kbli, b.regency_code, o.name, b.status
        from registry.business b
        left join registry.person o on o.id = b.owner_id
        cross join lateral (
          select count(*)::int as loans, sum(x.outstanding) as outstanding from credit.loan x where x.business_id = b.id) c
        where b.id = any ($1)
        """;

    private static readonly string[] Names = ["nib", "name", "legalForm", "kbli", "regency", "owner", "status"];

    public int Loans { get; init; }
    public decimal? Outstanding { get; init; }
    public int Certificates { get; init; }
    public int Trainings { get; init; }
    public int Shops { get; init; }

    /// <summary>By field of Business; null where it has no value.</summary>
    public required IReadOnlyDictionary<string, string?> Values { get; init; }

    public static async Task<IReadOnlyDictionary<long, BusinessFacts>> ReadAsync(
        NpgsqlConnection connection, long[] ids, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Query, connection) { Parameters = { new() { Value = ids } } };
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var facts = new Dictionary<long, BusinessFacts>();
        while (await row.ReadAsync(cancellation)) facts.Add(row.GetInt64(0), Read(row));
        return facts;
    }

    private static BusinessFacts Read(NpgsqlDataReader row)
    {
        const int FirstValue = 7;
        return new BusinessFacts(row.GetInt64(0), row.GetInt32(1))
        {
            Loans = row.GetInt32(2),
            Outstanding = row.IsDBNull(3) ? null : row.GetDecimal(3),
            Certificates = row.GetInt32(4),
            Trainings = row.GetInt32(5),
            Shops = row.GetInt32(6),
            Values = Names.Select((name, i) => (name, i)).ToDictionary(
                n => n.name, n => row.IsDBNull(FirstValue + n.i) ? null : row.GetString(FirstValue + n.i), StringComparer.Ordinal),
        };
    }
}

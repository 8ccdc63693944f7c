using DataHub.Access;
using DataHub.Testing;
using Npgsql;

namespace DataHub.Tests.Database.Walls;

/// <summary>What row-level security costs those whose rows are all alike: nothing, and no index.</summary>
public sealed class WallPlanTests(WallPlanTests.Many world) : IClassFixture<WallPlanTests.Many>
{
    /// <summary>Enough rows that PostgreSQL wants an index.</summary>
    public sealed class Many : WallWorld
    {
        protected override async Task FillAsync()
        {
            await base.FillAsync();
            await RunAsync(
                """
                insert into registry.business (origin_feed, origin_key, name, registered_on)
                select 'OSS', 'many-' || n, md5(n::text) || ' ' || n, date '2020-01-01' + n % 1500 from generate_series(1, 12000) n;
                insert into credit.loan (nomor_akad, akad_on, lender_code, business_id, certainty, reported_on)
                select 'many-' || n, date '2024-01-01' + n % 300, case when n % 2 = 0 then '002' else '008' end, n, 'CERTAIN', '2026-10-01' from generate_series(1, 12000) n;
                analyze;
                """);
        }
    }

    private const string Searched = "select t0.id from registry.business t0 where t0.name ilike '%abcde%'";
    private const string Loans = "select t0.plafon from credit.loan t0 where t0.business_id = any('{5,6,7}'::bigint[]) and t0.lender_code = '002'";
    private const string Counted = "select b.regency_code, count(*) from research.business_figure b where true group by b.regency_code";

    [Theory]
    [InlineData(ConsumerKind.Bank)]
    [InlineData(ConsumerKind.Partner)]
    [InlineData(ConsumerKind.Dashboard)]
    [InlineData(ConsumerKind.Steward)]
    public async Task A_search_by_text_goes_by_the_index_of_trigrams(ConsumerKind kind)
    {
        var plan = await ExplainAsync(world.Pools.For(kind).DataSource, Searched);
        Assert.Contains("business_name_trgm", plan, StringComparison.Ordinal);
        Assert.Equal(await ExplainAsync(world.DataSource, Searched), plan);
    }

    [Theory]
    [InlineData(ConsumerKind.Bank)]
    [InlineData(ConsumerKind.Steward)]
    public async Task Loans_of_businesses_go_by_their_index(ConsumerKind kind) => Assert.Contains(
        "loan_business", await ExplainAsync(world.Pools.For(kind).DataSource, Loans), StringComparison.Ordinal);

    [Theory]
    [InlineData(ConsumerKind.University)]
    [InlineData(ConsumerKind.Dashboard)]
    public async Task Exact_counts_read_the_businesses_once_and_no_owner(ConsumerKind kind) => Assert.Equal(
        await ExplainAsync(world.DataSource, "select b.regency_code, count(*) from registry.business b where b.nib is not null group by b.regency_code"),
        await ExplainAsync(world.Pools.For(kind).DataSource, Counted));

    private static async Task<string> ExplainAsync(NpgsqlDataSource source, string sql)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await WallWorld.ListAsync<int>(connection, "set local max_parallel_workers_per_gather = 0");
        return string.Join('\n', await WallWorld.ListAsync<string>(connection, $"explain (costs off) {sql}"))
            .Replace("b.", "", StringComparison.Ordinal);
    }
}

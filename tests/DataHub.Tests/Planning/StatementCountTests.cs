using DataHub.Testing;

namespace DataHub.Tests.Planning;

/// <summary>The number of statements is the operation's, whatever the number of rows; and no page reads more rows than it needs.</summary>
public sealed class StatementCountTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private const string Document = """
        query($parents: Int!, $children: Int!) {
          businesses(first: $parents) { nodes {
            nib products(first: $children) { nodes { name listings(first: 1) { nodes { price } } } } loans(first: $children) { totalCount nodes { kind } } } }
        }
        """;

    [Fact]
    public async Task One_a_hundred_and_ten_thousand_rows_take_the_same_statements()
    {
        await hub.RunAsync(
            """
            insert into registry.business (nib, name, origin_feed, origin_key) select lpad((n + 1000)::text, 13, '0'), 'Banyak ' || n, 'OSS', 'many' || n from generate_series(1, 100) n;
            insert into market.product (source_key, name, business_id) select 'M' || b.id || '-' || n, 'Produk ' || n, b.id from registry.business b, generate_series(1, 120) n where b.origin_key like 'many%';
            insert into market.listing (source_key, product_id, price) select 'ML' || p.id, p.id, 1000 from market.product p where p.source_key like 'M%';
            """);
        var one = await AskAsync(1, 1);
        var hundred = await AskAsync(100, 1);
        var tenThousand = await AskAsync(100, 100);
        Assert.All(new[] { one, hundred, tenThousand }, answer => Assert.False(answer.HasErrors, answer.ToString()));
        Assert.Equal(5, one.Statements.Count);
        Assert.Equal(one.Statements.Count, hundred.Statements.Count);
        Assert.Equal(one.Statements.Count, tenThousand.Statements.Count);
        var rows = tenThousand.Data.GetProperty("businesses").GetProperty("nodes").EnumerateArray().Sum(b => b.GetProperty("products").GetProperty("nodes").GetArrayLength());
        Assert.InRange(rows, 8_000, 10_000);
    }

    [Fact]
    public async Task A_page_of_children_reads_one_row_more_than_it_shows()
    {
        var answer = await hub.AskAsync(
            """{ businesses(first: 2) { nodes { products(first: 3) { nodes { name } } } } }""", explain: DataHub.GraphQL.Execution.Explanation.Run);
        var statements = answer.Json.GetProperty("extensions").GetProperty("plan").GetProperty("statements");
        Assert.Equal([3, 7], statements.EnumerateArray().Select(s => s.GetProperty("rows").GetInt32()));
    }

    [Fact]
    public async Task Ways_of_asking_are_sent_in_as_few_round_trips_as_there_are_levels()
    {
        Assert.Equal(1, await RoundTripsAsync("""business(nib: "0000000000001") { products { nodes { listings { nodes { price } } } } loans { totalCount } }"""));
        Assert.Equal(1, await RoundTripsAsync("businesses(first: 5) { totalCount nodes { nib } }"));
        Assert.Equal(2, await RoundTripsAsync("businesses(first: 5) { nodes { products { nodes { name } } loans { totalCount } } }"));
    }

    private Task<HubAnswer> AskAsync(int parents, int children) => hub.AskAsync(Document, variables: new { parents, children });

    private async Task<int> RoundTripsAsync(string field) =>
        (await hub.AskAsync($"{{ {field} }}", explain: DataHub.GraphQL.Execution.Explanation.Run))
            .Json.GetProperty("extensions").GetProperty("plan").GetProperty("roundTrips").GetInt32();
}

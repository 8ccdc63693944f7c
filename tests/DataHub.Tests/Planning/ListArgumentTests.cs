using DataHub.Testing;

namespace DataHub.Tests.Planning;

/// <summary>What <c>where</c>, <c>order</c> and the cursors of lists below rows do together, with values that are missing or equal.</summary>
public sealed class ListArgumentTests(ListArgumentTests.LoansFixture hub) : IClassFixture<ListArgumentTests.LoansFixture>
{
    public static TheoryData<string> Orders =>
    [
        "[]", "[{ lender: { name: ASC } }]", "[{ lender: { name: DESC } }, { plafon: ASC }]", "[{ lender: { code: DESC } }]", "[{ plafon: DESC }]", "[{ outstanding: ASC }]",
        "[{ kolektibilitas: DESC }, { dueOn: ASC }]", "[{ regency: { name: DESC } }, { lender: { name: ASC } }, { akadOn: DESC }]", "[{ nomorAkad: DESC }]",
    ];

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Walking_the_children_of_each_parent_meets_every_row_once_in_the_order_of_one_large_page(string order)
    {
        foreach (var nib in new[] { "0000000000001", "0000000000002", "0000000000003" })
        {
            var all = await IdsAsync(nib, $"first: 100, order: {order}", null);
            Assert.Equal(all, await WalkAsync(nib, ("first: 3", order, "after", "endCursor", "hasNextPage")));
            var backwards = await WalkAsync(nib, ("last: 3", order, "before", "startCursor", "hasPreviousPage"));
            Assert.Equal(all, backwards.Chunk(3).Reverse().SelectMany(page => page));
        }
    }

    [Fact]
    public async Task Between_two_cursors_lie_the_rows_between_them()
    {
        const string Order = "[{ lender: { name: DESC } }, { plafon: ASC }]";
        var edges = (await AskAsync("0000000000001", $"first: 100, order: {Order}", null)).GetProperty("edges").EnumerateArray()
            .Select(e => (Cursor: e.GetProperty("cursor").GetString(), Id: e.GetProperty("node").GetProperty("id").GetString()!)).ToList();
        var between = await hub.AskAsync(
            $"query($a: String, $b: String) {{ business(nib: \"0000000000001\") {{ loans(order: {Order}, after: $a, before: $b) {{ nodes {{ id }} }} }} }}",
            variables: new { a = edges[1].Cursor, b = edges[^2].Cursor });
        Assert.Equal(edges[2..^2].Select(e => e.Id), Ids(between.Data.GetProperty("business").GetProperty("loans")));
    }

    [Fact]
    public async Task A_cursor_of_an_order_across_a_relation_is_refused_in_another_order()
    {
        var cursor = (await AskAsync("0000000000001", "first: 1, order: [{ lender: { name: ASC } }]", null)).GetProperty("pageInfo").GetProperty("endCursor").GetString();
        foreach (var order in new[] { "[]", "[{ lender: { name: DESC } }]", "[{ lender: { code: ASC } }]", "[{ regency: { name: ASC } }]" })
        {
            var answer = await hub.AskAsync($"{{ business(nib: \"0000000000001\") {{ loans(order: {order}, after: \"{cursor}\") {{ nodes {{ id }} }} }} }}");
            Assert.Equal(["BAD_USER_INPUT"], answer.Codes);
        }
    }

    [Theory]
    [InlineData("[{ kind: ASC }, { plafon: ASC }, { akadOn: ASC }, { dueOn: ASC }]")]
    [InlineData("[{ lender: { name: ASC } }, { lender: { name: DESC } }]")]
    [InlineData("[{ plafon: ASC }, { plafon: ASC }]")]
    public async Task An_order_of_too_many_keys_or_of_one_twice_is_refused(string order)
    {
        var answer = await hub.AskAsync($"{{ business(nib: \"0000000000001\") {{ loans(order: {order}) {{ nodes {{ id }} }} }} }}");
        Assert.Equal(["BAD_USER_INPUT"], answer.Codes);
        Assert.Contains("\"order\" of \"Business.loans\"", answer.Json.GetProperty("errors")[0].GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_filter_of_a_list_is_the_same_inline_and_as_a_variable()
    {
        const string Inline = "{ business(nib: \"0000000000001\") { loans(where: { not: { plafon: { gt: \"10000000\" } } }, order: [{ plafon: ASC }]) { nodes { plafon } sumPlafon } } }";
        const string Variables = "query($w: KurLoanFilterInput, $o: [KurLoanSortInput!]) { business(nib: \"0000000000001\") { loans(where: $w, order: $o) { nodes { plafon } sumPlafon } } }";
        var inline = await hub.AskAsync(Inline);
        var variables = await hub.AskAsync(Variables, variables: new { w = new { not = new { plafon = new { gt = 10_000_000 } } }, o = new[] { new { plafon = "ASC" } } });
        Assert.Equal(inline.Data.ToString(), variables.Data.ToString());
        // Not greater: 5 and 10 million, and what has no plafon.
        var nodes = inline.Data.GetProperty("business").GetProperty("loans").GetProperty("nodes").EnumerateArray();
        Assert.Equal(["5000000", "10000000", null, null], nodes.Select(n => n.GetProperty("plafon").GetString()));
    }

    [Fact]
    public async Task A_filter_that_asks_for_related_rows_too_often_is_refused_before_any_sql()
    {
        const string Document = "query($where: BusinessFilterInput) { businesses(where: $where) { totalCount } }";
        object Related(int count) => new { or = Enumerable.Range(0, count).Select(i => new { loans = new { some = new { plafon = new { eq = i } } } }) };
        object Nested(int count) => new { or = Enumerable.Range(0, count).Select(_ => new { products = new { none = new { listings = new { any = true } } } }) };
        object Owners(int count) => new { and = new[] { new { or = Enumerable.Range(0, count).Select(i => new { owner = new { name = new { eq = $"{i}" } } }) }, Related(1) } };
        foreach (var where in new[] { Nested(11), Owners(20) })
        {
            var refused = await hub.AskAsync(Document, variables: new { where });
            Assert.Equal(["BAD_USER_INPUT"], refused.Codes);
            Assert.Contains("related rows", refused.Json.GetProperty("errors")[0].GetProperty("message").GetString());
            Assert.Empty(refused.Statements);
        }
        foreach (var where in new[] { Related(20), Nested(10), Owners(19) })
            Assert.False((await hub.AskAsync(Document, variables: new { where })).HasErrors);
    }

    [Fact]
    public async Task Codes_that_stand_in_the_row_itself_ask_for_no_related_row()
    {
        var where = new { or = Enumerable.Range(0, 20).Select(i => new { regency = new { code = new { eq = $"18.{i:00}" } }, sector = new { code = new { eq = "C" } } }) };
        var answer = await hub.AskAsync("query($where: BusinessFilterInput) { businesses(where: $where) { totalCount } }", variables: new { where });
        Assert.False(answer.HasErrors, answer.ToString());
        Assert.DoesNotContain("exists", answer.Statements.Single().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sum_beyond_the_integers_of_graphql_is_null()
    {
        var answer = await hub.AskAsync("{ business(nib: \"0000000000003\") { trainings(where: { passed: { eq: false } }) { totalCount sumHours } } }");
        Assert.Equal("""{"totalCount":2,"sumHours":null}""", answer.Data.GetProperty("business").GetProperty("trainings").GetRawText());
    }

    [Fact]
    public async Task Filters_orders_and_figures_of_lists_take_as_many_statements_for_one_row_as_for_all()
    {
        async Task<int> StatementsAsync(int rows) => (await hub.AskAsync(
            $$"""
            { businesses(where: { shops: { none: { rating: { lt: 1 } } } }, order: [{ owner: { name: DESC } }], first: {{rows}}) { nodes {
                loans(where: { kind: { eq: MIKRO } }, order: [{ lender: { name: ASC } }], first: 2) { nodes { plafon } sumPlafon totalCount }
                products { minPrice nodes { listings(where: { price: { gt: 1 } }) { sumSold maxPrice nodes { price } } } } } } }
            """)).Statements.Count;

        // One for the businesses, and two for each list: its pages, and all its figures.
        Assert.Equal(7, await StatementsAsync(1));
        Assert.Equal(7, await StatementsAsync(100));
    }

    private async Task<List<string>> WalkAsync(string nib, (string Size, string Order, string Argument, string Cursor, string More) walk)
    {
        var ids = new List<string>();
        string? cursor = null;
        for (var page = 0; page < 10; page++)
        {
            var loans = await AskAsync(nib, $"{walk.Size}, order: {walk.Order}, {walk.Argument}: $c", cursor);
            ids.AddRange(Ids(loans));
            if (!loans.GetProperty("pageInfo").GetProperty(walk.More).GetBoolean()) return ids;
            cursor = loans.GetProperty("pageInfo").GetProperty(walk.Cursor).GetString();
        }
        throw new InvalidOperationException("The walk does not end.");
    }

    private async Task<List<string>> IdsAsync(string nib, string arguments, string? cursor) => Ids(await AskAsync(nib, arguments, cursor));

    private async Task<System.Text.Json.JsonElement> AskAsync(string nib, string arguments, string? cursor)
    {
        var variable = arguments.Contains("$c", StringComparison.Ordinal) ? "($c: String)" : "";
        var answer = await hub.AskAsync(
            $"query{variable} {{ business(nib: \"{nib}\") {{ loans({arguments}) {{ nodes {{ id }} edges {{ cursor node {{ id }} }} pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} }} }} }}",
            variables: new { c = cursor });
        Assert.False(answer.HasErrors, answer.ToString());
        return answer.Data.GetProperty("business").GetProperty("loans");
    }

    private static List<string> Ids(System.Text.Json.JsonElement loans) => [.. loans.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("id").GetString()!)];

    /// <summary>The sample rows, and loans of which much is not known, some of them alike.</summary>
    public sealed class LoansFixture : HubFixture
    {
        protected override async Task FillRowsAsync(DataHub.Shared.Secrets.Protector protector)
        {
            await base.FillRowsAsync(protector);
            await RunAsync(
                """
                insert into credit.loan (nomor_akad, kind, plafon, outstanding, kolektibilitas, akad_on, due_on, lender_code, regency_code, business_id, person_id, certainty, reported_on)
                select 'X/' || n, case when n % 3 > 0 then 'MIKRO' end, case when n > 2 then 15000000 + n % 4 * 5000000 end, case when n % 2 = 0 then 0 end, case when n % 3 = 0 then null else n % 3 end,
                  case when n % 4 > 0 then date '2024-03-02' end, case when n % 5 > 0 then date '2026-03-02' end, (array['002', '008', '999', null])[n % 4 + 1], case when n % 2 = 0 then '18.71' when n % 3 = 0 then '99.99' end,
                  case when n <= 7 then 1 else 3 end, null, 'PROBABLE', '2026-10-01'
                from generate_series(1, 14) n;
                insert into training.participation (source_key, programme_id, hours, passed, business_id) values ('Y1', 1, 2147483647, false, 3), ('Y2', 1, 2147483647, false, 3);
                """);
        }
    }
}

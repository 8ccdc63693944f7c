using DataHub.Testing;

namespace DataHub.Tests.Planning;

public sealed class PagingTests(HubFixture hub) : IClassFixture<HubFixture>
{
    public static TheoryData<string> Orders =>
        ["[]", "[{ name: ASC }]", "[{ name: DESC }]", "[{ nib: ASC }]", "[{ nib: DESC }]", "[{ registeredOn: DESC }, { name: ASC }]", "[{ name: DESC }, { nib: ASC }]",
        "[{ regency: { name: DESC } }]", "[{ district: { name: ASC } }, { scale: DESC }]", "[{ district: { name: DESC } }]", "[{ owner: { gender: DESC } }, { owner: { name: ASC } }]",
        "[{ owner: { name: DESC } }]", "[{ annualSales: ASC }]", "[{ annualSales: DESC }, { workers: ASC }]", "[{ workers: DESC }]", "[{ sector: { name: ASC } }, { kbli: DESC }]"];

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Walking_forwards_meets_every_row_once_in_the_order_of_one_large_page(string order)
    {
        var walked = await WalkAsync(order, "first: 5", "after", "endCursor", "hasNextPage");
        Assert.Equal(await AllAsync(order), walked);
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Walking_backwards_meets_the_same_rows_from_the_end(string order)
    {
        var walked = await WalkAsync(order, "last: 5", "before", "startCursor", "hasPreviousPage");
        Assert.Equal(await AllAsync(order), walked.Chunk(5).Reverse().SelectMany(page => page));
    }

    [Fact]
    public async Task Children_page_by_their_own_cursor()
    {
        var first = await hub.AskAsync("""{ business(nib: "0000000000002") { products(first: 100) { nodes { name } pageInfo { hasNextPage endCursor } totalCount } } }""");
        var products = first.Data.GetProperty("business").GetProperty("products");
        Assert.Equal(117, products.GetProperty("totalCount").GetInt32());
        Assert.True(products.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean());
        var rest = await hub.AskAsync(
            "query($after: String) { business(nib: \"0000000000002\") { products(first: 100, after: $after) { nodes { name } pageInfo { hasNextPage hasPreviousPage } } } }",
            variables: new { after = products.GetProperty("pageInfo").GetProperty("endCursor").GetString() });
        var page = rest.Data.GetProperty("business").GetProperty("products");
        Assert.Equal(17, page.GetProperty("nodes").GetArrayLength());
        Assert.Equal("Produk 104", page.GetProperty("nodes")[0].GetProperty("name").GetString());
        Assert.False(page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean());
        Assert.True(page.GetProperty("pageInfo").GetProperty("hasPreviousPage").GetBoolean());
    }

    // Of one business each page is cut by LIMIT; of several, small pages are too, large ones are cut from lists that are read whole.
    [Theory]
    [InlineData("first: 24")]
    [InlineData("first: 25")]
    [InlineData("last: 24")]
    [InlineData("last: 25")]
    [InlineData("first: 30, order: [{ price: DESC }]")]
    [InlineData("last: 30, where: { price: { gt: 20000 } }")]
    public async Task Pages_of_several_businesses_are_those_of_each_by_itself(string arguments)
    {
        string Products(string after) => $"products({arguments}{after}) {{ totalCount nodes {{ name listings {{ nodes {{ price }} }} }} pageInfo {{ hasNextPage hasPreviousPage endCursor }} }}";
        var one = await hub.AskAsync($"{{ business(nib: \"0000000000002\") {{ {Products("")} }} }}");
        var cursor = one.Data.GetProperty("business").GetProperty("products").GetProperty("pageInfo").GetProperty("endCursor").GetString();
        foreach (var after in (string[])["", $", after: \"{cursor}\""])
        {
            var both = await hub.AskAsync($"{{ businessesByNib(nibs: [\"0000000000002\", \"0000000000001\"]) {{ {Products(after)} }} }}");
            foreach (var (nib, place) in new[] { ("0000000000002", 0), ("0000000000001", 1) })
            {
                var alone = await hub.AskAsync($"{{ business(nib: \"{nib}\") {{ {Products(after)} }} }}");
                Assert.Equal(alone.Data.GetProperty("business").GetRawText(), both.Data.GetProperty("businessesByNib")[place].GetRawText());
            }
        }
    }

    [Fact]
    public async Task A_superseded_nib_leads_to_its_business_beside_the_one_in_force()
    {
        var answer = await hub.AskAsync(
            $"{{ businessesByNib(nibs: [\"{Samples.OldNib}\", \"{Samples.FirstNib}\", \"1111111111111\", \"{Samples.OldNib}\"]) {{ nib }} }}");
        var found = answer.Data.GetProperty("businessesByNib");
        Assert.Equal([Samples.FirstNib, Samples.FirstNib, null, Samples.FirstNib],
            found.EnumerateArray().Select(b => b.ValueKind == System.Text.Json.JsonValueKind.Null ? null : b.GetProperty("nib").GetString()));
    }

    [Theory]
    [InlineData("first: 0", "\"first\"")]
    [InlineData("first: -1", "\"first\"")]
    [InlineData("first: 101", "\"first\"")]
    [InlineData("last: 101", "\"last\"")]
    [InlineData("first: 1, last: 1", "\"first\"")]
    [InlineData("after: \"x\"", "\"after\"")]
    [InlineData("before: \"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"", "\"before\"")]
    public async Task Arguments_out_of_bounds_are_refused_by_name_before_any_sql(string arguments, string named)
    {
        var answer = await hub.AskAsync($"{{ businesses({arguments}) {{ nodes {{ nib }} }} }}");
        Assert.Equal(["BAD_USER_INPUT"], answer.Codes);
        Assert.Contains(named, answer.Json.GetProperty("errors")[0].GetProperty("message").GetString());
        Assert.Empty(answer.Statements);
    }

    [Theory]
    [InlineData("first: 101")]
    [InlineData("first: -1")]
    public async Task A_page_size_out_of_bounds_is_refused_where_there_is_nothing_to_page_below(string arguments)
    {
        var answer = await hub.AskAsync($"{{ business(nib: \"9999999999999\") {{ products {{ nodes {{ listings({arguments}) {{ totalCount }} }} }} }} }}");
        Assert.Equal(["BAD_USER_INPUT"], answer.Codes);
        Assert.Empty(answer.Statements);
    }

    [Fact]
    public async Task A_filter_that_searches_for_too_long_a_text_or_too_often_is_refused_before_any_sql()
    {
        const string Document = "query($where: BusinessFilterInput) { businesses(where: $where) { totalCount } }";
        object Searches(int rows, int columns) => new
        {
            and = Enumerable.Range(0, rows).Select(r => new
            {
                or = Enumerable.Range(0, columns).Select(c => new { name = new { contains = $"a{r}{c}" } }),
            }),
        };
        object Conditions(int rows) => new
        {
            and = Enumerable.Range(0, rows).Select(_ => new { or = Enumerable.Range(0, 20).Select(c => new { kbli = new { eq = $"{c}" } }) }),
        };
        foreach (var where in new object[] { new { name = new { contains = new string('%', 201) } }, Searches(3, 7), Conditions(11) })
        {
            var refused = await hub.AskAsync(Document, variables: new { where });
            Assert.Equal(["BAD_USER_INPUT"], refused.Codes);
            Assert.Empty(refused.Statements);
        }
        foreach (var where in new object[] { new { name = new { startsWith = new string('%', 200) } }, Searches(2, 10), Conditions(10) })
            Assert.False((await hub.AskAsync(Document, variables: new { where })).HasErrors);
    }

    [Theory]
    [InlineData("{ kurEligibility(input: { kind: MIKRO, amount: \"20000000\" }) { outcome } }", "\"input\"")]
    [InlineData("{ kurEligibilities(inputs: [{ kind: MIKRO, amount: 1, nib: \"0000000000001\" }, { kind: MIKRO, amount: 1 }]) { outcome } }", "\"inputs[1]\"")]
    public async Task An_application_about_nobody_is_refused(string document, string named)
    {
        var answer = await hub.AskAsync(document);
        Assert.Equal(["BAD_USER_INPUT"], answer.Codes);
        Assert.Contains(named, answer.Json.GetProperty("errors")[0].GetProperty("message").GetString());
    }

    [Theory]
    [InlineData("""{ businesses(where: { and: [{ name: { contains: "a\u0000b" } }] }) { totalCount } }""")]
    [InlineData("""{ node(id: "\u0000") { id } }""")]
    [InlineData("""{ regions(parent: "18\u0000") { code } }""")]
    public async Task A_text_that_postgresql_cannot_hold_is_refused_before_any_sql(string document)
    {
        var answer = await hub.AskAsync(document);
        Assert.Equal(["BAD_USER_INPUT"], answer.Codes);
        Assert.Empty(answer.Statements);
    }

    [Fact]
    public async Task A_cursor_of_one_order_is_refused_in_another()
    {
        var page = await hub.AskAsync("{ businesses(first: 1, order: [{ name: ASC }]) { pageInfo { endCursor } } }");
        var cursor = page.Data.GetProperty("businesses").GetProperty("pageInfo").GetProperty("endCursor").GetString();
        var answer = await hub.AskAsync($"{{ businesses(first: 1, after: \"{cursor}\") {{ nodes {{ nib }} }} }}");
        Assert.Equal(["BAD_USER_INPUT"], answer.Codes);
    }

    [Fact]
    public async Task The_number_of_statements_does_not_depend_on_the_number_of_rows()
    {
        async Task<int> StatementsAsync(int rows) => (await hub.AskAsync(
            $"{{ businesses(first: {rows}) {{ nodes {{ nib loans {{ nodes {{ plafon }} }} products {{ nodes {{ name listings {{ nodes {{ price }} }} }} }} }} }} }}")).Statements.Count;

        Assert.Equal(4, await StatementsAsync(1));
        Assert.Equal(4, await StatementsAsync(100));
    }

    private async Task<List<string>> AllAsync(string order) => Ids(await hub.AskAsync($"{{ businesses(first: 100, order: {order}) {{ nodes {{ id }} }} }}"));

    private async Task<List<string>> WalkAsync(string order, string size, string argument, string cursorField, string moreField)
    {
        var ids = new List<string>();
        string? cursor = null;
        for (var page = 0; page < 10; page++)
        {
            var answer = await hub.AskAsync(
                $"query($c: String) {{ businesses({size}, order: {order}, {argument}: $c) {{ nodes {{ id }} pageInfo {{ {cursorField} {moreField} }} }} }}", variables: new { c = cursor });
            Assert.False(answer.HasErrors, answer.ToString());
            ids.AddRange(Ids(answer));
            var info = answer.Data.GetProperty("businesses").GetProperty("pageInfo");
            cursor = info.GetProperty(cursorField).GetString();
            if (!info.GetProperty(moreField).GetBoolean()) return ids;
        }
        throw new InvalidOperationException("The walk does not end.");
    }

    private static List<string> Ids(HubAnswer answer) =>
        [.. answer.Data.GetProperty("businesses").GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("id").GetString()!)];
}

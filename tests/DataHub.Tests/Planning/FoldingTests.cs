using System.Text.Json;
using DataHub.Testing;

namespace DataHub.Tests.Planning;

/// <summary>A look-up of one row brings all levels below it in one round trip; a list asks level by level. The answers are the same.</summary>
public sealed class FoldingTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private const string Below = """
        { nib name district { code regency { code } } owner { name }
          loans(first: 2) { totalCount nodes { id plafon akadOn lender { name } } pageInfo { hasNextPage endCursor } }
          more: loans { nodes { nomorAkad } }
          certificates { edges { cursor node { number } } }
          trainings { totalCount }
          shops { pageInfo { hasNextPage } }
          products(first: 3) { nodes { name listings(first: 1) { totalCount nodes { price shop { name } } } } }
          licences { nib status } provenance { feed } }
        """;

    [Theory]
    [InlineData("0000000000001")]
    [InlineData("0000000000002")]
    [InlineData("0000000000011")]
    public async Task A_look_up_and_a_list_of_one_give_the_same(string nib)
    {
        var folded = await hub.AskAsync($"{{ business(nib: \"{nib}\") {Below} }}");
        var levels = await hub.AskAsync($"{{ businessesByNib(nibs: [\"{nib}\"]) {Below} }}");
        Assert.False(folded.HasErrors, folded.ToString());
        Assert.Equal(
            levels.Data.GetProperty("businessesByNib")[0].GetRawText(), folded.Data.GetProperty("business").GetRawText());
        // Below a list without products nothing is asked for their listings.
        Assert.InRange(levels.Statements.Count, 10, folded.Statements.Count);
        Assert.DoesNotContain(folded.Statements, s => s.Text.Contains("unnest", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_node_and_its_business_are_the_same()
    {
        var byNib = (await hub.AskAsync($"{{ business(nib: \"{Samples.FirstNib}\") {{ id ... on Business {Below} }} }}")).Data.GetProperty("business");
        var node = await hub.AskAsync($"query($id: ID!) {{ node(id: $id) {{ id ... on Business {Below} }} }}", variables: new { id = byNib.GetProperty("id").GetString() });
        Assert.Equal(byNib.GetRawText(), node.Data.GetProperty("node").GetRawText());
    }

    [Fact]
    public async Task Callers_of_one_document_see_the_rows_of_their_own_rules()
    {
        const string Document = """{ business(nib: "0000000000001") { loans { totalCount nodes { nomorAkad } } } }""";
        for (var round = 0; round < 2; round++)
        {
            Assert.Equal(4, Loans(await hub.AskAsync(Document)).GetProperty("totalCount").GetInt32());
            var ofBank = Loans(await hub.AskAsync(Document, Callers.Bank));
            Assert.Equal(2, ofBank.GetProperty("totalCount").GetInt32());
            Assert.All(ofBank.GetProperty("nodes").EnumerateArray(), loan => Assert.Contains("/KUR/", loan.GetProperty("nomorAkad").GetString()));
            Assert.Equal(2, ofBank.GetProperty("nodes").GetArrayLength());
            var ofOther = await hub.AskAsync(Document, Callers.Bank with { Organisation = "008" });
            Assert.NotEqual(ofBank.GetRawText(), Loans(ofOther).GetRawText());
        }
    }

    [Fact]
    public async Task A_wrong_argument_below_a_look_up_fails_its_field_alone()
    {
        var answer = await hub.AskAsync($"{{ business(nib: \"{Samples.FirstNib}\") {{ nib loans(after: \"x\") {{ nodes {{ id }} }} products {{ totalCount }} }} }}");
        Assert.Equal(["BAD_USER_INPUT"], answer.Codes);
        Assert.Equal(JsonValueKind.Null, answer.Data.GetProperty("business").ValueKind);
    }

    [Fact]
    public async Task Fields_without_columns_of_their_own_are_read()
    {
        var answer = await hub.AskAsync("""
            { businesses(first: 2) { nodes { __typename licences { __typename } products(first: 1) { pageInfo { hasNextPage } nodes { __typename } } } }
              businessesByNib(nibs: ["0000000000002", "0000000000001"]) { __typename }
              business(nib: "0000000000002") { __typename products(first: 100) { pageInfo { hasNextPage } } } }
            """);
        Assert.False(answer.HasErrors, answer.ToString());
        var nodes = answer.Data.GetProperty("businesses").GetProperty("nodes");
        Assert.All(nodes.EnumerateArray(), node => Assert.True(node.GetProperty("products").GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean()));
        Assert.Equal(1, nodes[1].GetProperty("licences").GetArrayLength());
        Assert.Equal(2, answer.Data.GetProperty("businessesByNib").GetArrayLength());
        Assert.True(answer.Data.GetProperty("business").GetProperty("products").GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean());
    }

    private static JsonElement Loans(HubAnswer answer) => answer.Data.GetProperty("business").GetProperty("loans");
}

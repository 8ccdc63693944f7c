using System.Text.Json;
using DataHub.GraphQL.Execution;
using DataHub.Testing;

namespace DataHub.Tests.Planning;

/// <summary>What an operation reads is told without reading, and is what it then reads.</summary>
public sealed class PlanTests(HubFixture hub) : IClassFixture<HubFixture>
{
    public static TheoryData<string> Operations =>
    [
        $$"""{ business(nib: "{{Samples.FirstNib}}") { nib owner { name } loans(first: 2) { totalCount nodes { plafon } } products { nodes { listings { nodes { price } } } } } }""",
        """{ businesses(first: 5) { totalCount nodes { nib licences { nib } products { nodes { name listings { nodes { price } } } } loans { totalCount } } } }""",
        $$"""{ businessesByNib(nibs: ["{{Samples.FirstNib}}"]) { nib loans { nodes { kind } } } regions { code } me { client } }""",
        $$"""{ sellerVerification(nib: "{{Samples.FirstNib}}") { found certificates { number } } trainingProgrammes(first: 1) { nodes { code } } }""",
    ];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_plan_has_the_statements_that_the_operation_sends(string document)
    {
        var plan = await hub.AskAsync(document, explain: Explanation.Plan);
        Assert.False(plan.HasErrors, plan.ToString());
        Assert.Empty(plan.Statements);
        Assert.Equal(JsonValueKind.Null, plan.Data.ValueKind);
        var run = await hub.AskAsync(document, explain: Explanation.Run);
        Assert.False(run.HasErrors, run.ToString());
        Assert.Equal(run.Statements.Select(s => s.Text).Order(), Texts(plan).Order());
        Assert.Equal(Members(run, "path").Order(), Members(plan, "path").Order());
        Assert.Equal(Members(run, "strategy").Order(), Members(plan, "strategy").Order());
        Assert.Equal(Plan(run).GetProperty("roundTrips").GetInt32(), Plan(plan).GetProperty("roundTrips").GetInt32());
        Assert.All(Plan(run).GetProperty("statements").EnumerateArray(), s => Assert.InRange(s.GetProperty("rows").GetInt32(), 0, 120));
    }

    [Fact]
    public async Task A_plan_says_how_rows_are_found()
    {
        var plan = await hub.AskAsync(
            "{ businesses(first: 5) { nodes { products { nodes { listings { nodes { price } } } } } } }", explain: Explanation.Plan);
        Assert.Equal(["businesses", "businesses.nodes.products", "businesses.nodes.products.nodes.listings"], Members(plan, "path"));
        Assert.Equal(["Page", "PagePerParent", "PagePerParent"], Members(plan, "strategy"));
        Assert.Equal(3, Plan(plan).GetProperty("roundTrips").GetInt32());
        Assert.Equal("bigint[]", Plan(plan).GetProperty("statements")[1].GetProperty("parameters")[0].GetString());
        var folded = await hub.AskAsync($"{{ business(nib: \"{Samples.FirstNib}\") {{ products {{ totalCount }} }} }}", explain: Explanation.Plan);
        Assert.Equal(["LookUp", "Folded"], Members(folded, "strategy"));
        Assert.Equal(1, Plan(folded).GetProperty("roundTrips").GetInt32());
        Assert.DoesNotContain(Samples.FirstNib, folded.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mutation_is_not_made_to_tell_its_plan()
    {
        var plan = await hub.AskAsync(
            """mutation { setKurSetting(input: { name: "x", value: "1", reason: "test" }) { errors { code } } }""", explain: Explanation.Plan);
        Assert.False(plan.HasErrors, plan.ToString());
        Assert.Equal(0, Plan(plan).GetProperty("statements").GetArrayLength());
    }

    [Theory]
    [InlineData(Explanation.Plan)]
    [InlineData(Explanation.Run)]
    public async Task Plans_are_for_stewards(Explanation explain)
    {
        var answer = await hub.AskAsync("{ businesses(first: 1) { nodes { nib } } }", Callers.Bank, explain: explain);
        Assert.Equal(["FORBIDDEN"], answer.Codes);
        Assert.Empty(answer.Statements);
        Assert.Contains("STEWARD_ALL", answer.ToString(), StringComparison.Ordinal);
    }

    private static JsonElement Plan(HubAnswer answer) => answer.Json.GetProperty("extensions").GetProperty("plan");

    private static List<string> Texts(HubAnswer answer) => Members(answer, "sql");

    private static List<string> Members(HubAnswer answer, string name) =>
        [.. Plan(answer).GetProperty("statements").EnumerateArray().Select(s => s.GetProperty(name).GetString()!)];
}

using System.Text.Json;
using DataHub.Api.Tests.Overload;
using DataHub.Testing;

namespace DataHub.Api.Tests.Attacks;

/// <summary>What tells of somebody leaves an entry, by whichever path it is asked for.</summary>
public sealed class LedgerGapTests(ServedFixture fixture) : IClassFixture<ServedFixture>
{
    private readonly ServedSamples served = fixture.Served;

    [Theory]
    [InlineData("{ businesses(where: { owner: { name: { contains: \"a\" } } }) { totalCount } }", "Person.name")]
    [InlineData("{ businesses(where: { not: { owner: { name: { contains: \"a\" } } } }, first: 1) { nodes { scale } } }", "Person.name")]
    [InlineData("{ businesses(order: [{ owner: { name: ASC } }], first: 1) { nodes { scale } } }", "Person.name")]
    [InlineData("{ businesses(where: { loans: { some: { plafon: { gt: \"1\" } } } }) { totalCount } }", "KurLoan.plafon")]
    [InlineData("{ businesses(where: { scale: { eq: MIKRO } }) { totalCount } }", null)]
    [InlineData("{ businesses(first: 1) { nodes { phone } } }", "Business.phone")]
    [InlineData("{ businesses(first: 1) { nodes { loans { nodes { plafon } } } } }", "KurLoan.plafon")]
    public async Task A_condition_or_order_on_a_personal_field_is_a_look_at_it(string query, string? field)
    {
        await AssertEnteredAsync(query, new { }, field);
    }

    [Fact]
    public async Task So_is_one_that_comes_in_variables()
    {
        const string Query = "query($where: BusinessFilterInput) { businesses(where: $where) { totalCount } }";
        await AssertEnteredAsync(Query, new { where = new { and = new[] { new { owner = new { name = new { eq = "x" } } } } } }, "Person.name");
        await AssertEnteredAsync(Query, new { where = new { scale = new { eq = "MIKRO" } } }, null);
    }

    private async Task AssertEnteredAsync(string query, object variables, string? field)
    {
        var caseNumber = Guid.NewGuid().ToString("N");
        var request = RunningHost.PostAs(
            served.Token("bank-sandbox"), JsonSerializer.Serialize(new { query, variables }), "application/graphql-response+json");
        request.Headers.Add("X-Case-Number", caseNumber);
        var answer = await Answer.OfAsync(await served.Host.Client.SendAsync(request));
        Assert.True(answer.HasData, answer.Body);
        var entries = await served.AskAsync(
            served.Token("steward-sandbox"),
            $$"""{ ledgerEntries(where: { caseNumber: { eq: "{{caseNumber}}" } }) { nodes { fields } } }""");
        var found = entries.Json.GetProperty("data").GetProperty("ledgerEntries").GetProperty("nodes").EnumerateArray().ToList();
        if (field is null) Assert.Empty(found);
        else Assert.Contains(field, Assert.Single(found).GetProperty("fields").EnumerateArray().Select(f => f.GetString()));
    }
}

using DataHub.Access;
using DataHub.Testing;

namespace DataHub.Tests.Regions;

/// <summary>Regions are data: a regency of another province is served by the same program.</summary>
public sealed class OtherRegionTests(LebakFixture hub) : IClassFixture<LebakFixture>
{
    [Fact]
    public async Task A_business_lies_in_its_regency_and_district_and_has_what_the_feeds_say()
    {
        var answer = await AskAsync(
            $$"""
            { business(nib: "{{LebakFixture.Nib}}") {
                name regency { code name } district { code regency { name } } annualSales workers
                loans { nodes { plafon regency { name } } } certificates { totalCount } } }
            """, Callers.Steward);
        var business = answer.Data.GetProperty("business");
        Assert.Equal("Kabupaten Lebak", business.GetProperty("regency").GetProperty("name").GetString());
        Assert.Equal("36.02.02", business.GetProperty("district").GetProperty("code").GetString());
        Assert.Equal("Kabupaten Lebak", business.GetProperty("district").GetProperty("regency").GetProperty("name").GetString());
        Assert.Equal("120000000", business.GetProperty("annualSales").GetString());
        Assert.Equal("20000000", business.GetProperty("loans").GetProperty("nodes")[0].GetProperty("plafon").GetString());
        Assert.Equal(1, business.GetProperty("certificates").GetProperty("totalCount").GetInt32());
    }

    [Theory]
    [InlineData("regency: { code: { eq: \"36.02\" } }", 7)]
    [InlineData("regency: { code: { startsWith: \"36\" } }, scale: { eq: KECIL }", 1)]
    [InlineData("district: { code: { eq: \"36.02.02\" } }", 3)]
    [InlineData("regency: { code: { eq: \"18.01\" } }", 0)]
    public async Task Businesses_are_found_by_region(string where, int expected)
    {
        var answer = await AskAsync($"{{ businesses(where: {{ {where} }}) {{ totalCount }} }}", Callers.Bank);
        Assert.Equal(expected, answer.Data.GetProperty("businesses").GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public async Task Statistics_group_by_its_districts_and_withhold_small_cells()
    {
        var answer = await AskAsync("{ statistics(by: [REGENCY, SCALE]) { rows { regency { name } scale count suppressed } } }", Callers.University);
        var rows = answer.Data.GetProperty("statistics").GetProperty("rows").EnumerateArray().ToList();
        Assert.All(rows, row => Assert.Equal("Kabupaten Lebak", row.GetProperty("regency").GetProperty("name").GetString()));
        Assert.Equal([null, "6"], rows.Select(row => row.GetProperty("count").ToString() is { Length: > 0 } count ? count : null));
    }

    [Fact]
    public async Task A_bank_gets_a_decision()
    {
        var answer = await AskAsync(
            $$"""{ kurEligibility(input: { nik: "{{LebakFixture.Nik}}", kind: MIKRO, amount: "30000000", date: "2026-11-21" }) { outcome akadNumber rate nib sectorClass } }""",
            Callers.Bank);
        var decision = answer.Data.GetProperty("kurEligibility");
        Assert.Equal("ELIGIBLE", decision.GetProperty("outcome").GetString());
        Assert.Equal(2, decision.GetProperty("akadNumber").GetInt32());
        Assert.Equal(6, decision.GetProperty("rate").GetDecimal());
        Assert.Equal(LebakFixture.Nib, decision.GetProperty("nib").GetString());
    }

    [Theory]
    [InlineData("{ regions(parent: \"36.02\") { code name level } }")]
    [InlineData("{ trainingProgrammes { totalCount } }")]
    [InlineData("{ feedRuns { nodes { feed received linked } } quarantine { totalCount } }")]
    [InlineData("{ sellerVerification(nib: \"8120001000011\") { licensed regency { name } district { name } certificates { kind } } }")]
    public async Task Every_other_question_is_answered(string document) => await AskAsync(document, Callers.Steward);

    private async Task<HubAnswer> AskAsync(string document, Caller caller)
    {
        var answer = await hub.AskAsync(document, caller);
        Assert.False(answer.HasErrors, answer.ToString());
        Assert.Empty(hub.Failures);
        return answer;
    }
}

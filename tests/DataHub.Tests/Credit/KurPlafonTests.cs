using DataHub.Credit;

namespace DataHub.Tests.Credit;

/// <summary>K26-03, and which regulation decides on which day.</summary>
public sealed class KurPlafonTests(KurRulesFixture rules) : IClassFixture<KurRulesFixture>
{
    [Theory]
    [InlineData(KurKind.SuperMikro, 0, false)]
    [InlineData(KurKind.SuperMikro, 1, true)]
    [InlineData(KurKind.SuperMikro, 10_000_000, true)]
    [InlineData(KurKind.SuperMikro, 10_000_001, false)]
    [InlineData(KurKind.Mikro, 10_000_000, false)]
    [InlineData(KurKind.Mikro, 10_000_001, true)]
    [InlineData(KurKind.Mikro, 100_000_000, true)]
    [InlineData(KurKind.Mikro, 100_000_001, false)]
    [InlineData(KurKind.Kecil, 100_000_000, false)]
    [InlineData(KurKind.Kecil, 100_000_001, true)]
    [InlineData(KurKind.Kecil, 500_000_000, true)]
    [InlineData(KurKind.Kecil, 500_000_001, false)]
    [InlineData(KurKind.Khusus, 1, true)]
    [InlineData(KurKind.Khusus, 500_000_000, true)]
    [InlineData(KurKind.Khusus, 500_000_001, false)]
    [InlineData(KurKind.Pmi, 1, true)]
    [InlineData(KurKind.Pmi, 100_000_000, true)]
    [InlineData(KurKind.Pmi, 100_000_001, false)]
    public void The_plafon_lies_within_its_kind(KurKind kind, decimal amount, bool within)
    {
        var decision = rules.Regulations.Decide(Given.Application(kind, amount));
        Assert.Equal(within ? KurRuleResult.Pass : KurRuleResult.Fail, decision.Result("K26-03"));
        Assert.Equal(within ? KurOutcome.Eligible : KurOutcome.NotEligible, decision.Outcome);
        Assert.Equal(amount, decision.Amount);
    }

    [Theory]
    [InlineData(KurKind.SuperMikro, 1, 10_000_000)]
    [InlineData(KurKind.Mikro, 10_000_001, 100_000_000)]
    [InlineData(KurKind.Kecil, 100_000_001, 500_000_000)]
    [InlineData(KurKind.Khusus, 1, 500_000_000)]
    [InlineData(KurKind.Pmi, 1, 100_000_000)]
    public void The_decision_tells_the_range_of_the_kind(KurKind kind, decimal min, decimal max)
    {
        var decision = rules.Regulations.Decide(Given.Application(kind));
        Assert.Equal(min, decision.PlafonMin);
        Assert.Equal(max, decision.PlafonMax);
    }

    [Theory]
    [InlineData("2021-06-01")]
    [InlineData("2022-06-01")]
    [InlineData("2024-06-01")]
    [InlineData("2025-12-31")]
    [InlineData("2026-01-12")]
    public void A_day_before_the_regulation_in_force_is_not_decided(string date)
    {
        var decision = rules.Regulations.Decide(Given.Application() with { Date = Given.Day(date) });
        Assert.Equal(KurOutcome.RegimeNotLoaded, decision.Outcome);
        Assert.Empty(decision.Rules);
        Assert.Null(decision.Regime);
        Assert.Null(decision.Regulation);
        Assert.Null(decision.PlafonMin);
        Assert.Null(decision.PlafonMax);
        Assert.Null(decision.Rate);
        Assert.Null(decision.AkadNumber);
        Assert.Null(decision.SectorClass);
        Assert.Equal(Given.Day(date), decision.Date);
    }

    [Fact]
    public void The_first_day_of_the_regulation_in_force_is_decided()
    {
        var decision = rules.Regulations.Decide(Given.Application() with { Date = new DateOnly(2026, 1, 13) });
        Assert.Equal(KurOutcome.Eligible, decision.Outcome);
        Assert.Equal("V2026", decision.Regime);
    }

    [Fact]
    public void Without_a_date_the_day_of_asking_is_decided()
    {
        var decision = rules.Regulations.Decide(Given.Application() with { Date = null });
        Assert.Equal(Given.Asking.Today, decision.Date);
    }

    [Fact]
    public void There_is_one_entry_for_every_rule_in_the_order_of_the_regulation()
    {
        var decision = rules.Regulations.Decide(Given.Application());
        var own = decision.Rules.Where(entry => entry.Id.StartsWith("K26", StringComparison.Ordinal)).Select(entry => entry.Id);
        Assert.Equal(Enumerable.Range(1, 18).Select(number => $"K26-{number:00}"), own);
        Assert.All(decision.Rules, entry => Assert.NotEmpty(entry.Title));
        Assert.All(decision.Rules, entry => Assert.Contains(entry.Confidence, new[] { "sure", "likely", "unverified" }));
        Assert.Equal("3(2)-(3)", decision.Entry("K26-02").Article);
    }
}

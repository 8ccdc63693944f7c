using DataHub.Credit;
using DataHub.Credit.Applicants;

namespace DataHub.Tests.Credit;

/// <summary>Rules of the regulation before that were not found in the one in force: shown, not decisive.</summary>
public sealed class KurCarriedRulesTests(KurRulesFixture rules) : IClassFixture<KurRulesFixture>
{
    [Theory]
    [InlineData(1, KurRuleResult.Pass)]
    [InlineData(2, KurRuleResult.Warn)]
    [InlineData(5, KurRuleResult.Warn)]
    public void A_running_loan_warns_with_the_day_of_the_feed_and_decides_nothing(int kolektibilitas, KurRuleResult expected)
    {
        var running = Running() with { Kolektibilitas = kolektibilitas };
        var decision = rules.Regulations.Decide(Given.Application(), Given.Applicant(null, running));
        Assert.Equal(KurRuleResult.Warn, decision.Result("K23-08"));
        Assert.Equal(KurRuleResult.Warn, decision.Result("K23-09"));
        Assert.Equal(KurRuleResult.Warn, decision.Result("K23-EXTENSION"));
        Assert.Equal(expected, decision.Result("K23-KOL"));
        foreach (var id in new[] { "K23-08", "K23-09", "K23-KOL" })
            Assert.Contains("2026-05-01", decision.Entry(id).Found, StringComparison.Ordinal);
        Assert.Equal(KurOutcome.Eligible, decision.Outcome);
    }

    [Fact]
    public void A_settled_loan_warns_of_nothing()
    {
        var decision = rules.Regulations.Decide(Given.Application(), Given.Applicant(null, Given.Loan(KurKind.Mikro, "2024-01-01")));
        Assert.Equal(KurRuleResult.Pass, decision.Result("K23-09"));
        Assert.Equal(KurRuleResult.NotApplicable, decision.Result("K23-KOL"));
        Assert.Equal(KurRuleResult.NotApplicable, decision.Result("K23-EXTENSION"));
    }

    [Theory]
    [InlineData("002", KurRuleResult.Pass)]
    [InlineData("008", KurRuleResult.Warn)]
    public void A_loan_at_the_lender_that_asks_is_not_one_at_another(string lender, KurRuleResult expected)
    {
        var decision = KurDecider.Decide(
            Given.Application(), Given.Applicant(null, Running()), rules.Regulations, Given.Asking with { Lender = lender });
        Assert.Equal(expected, decision.Result("K23-09"));
    }

    [Theory]
    [InlineData("K23-02")]
    [InlineData("K23-07")]
    [InlineData("K23-08")]
    [InlineData("K23-TENOR")]
    public void A_rule_without_a_fact_tells_the_lender_what_to_look_up(string id) =>
        Assert.Equal(KurRuleResult.Warn, rules.Regulations.Decide(Given.Application()).Result(id));

    [Fact]
    public void The_tenor_of_migrant_workers_is_their_own()
    {
        var decision = rules.Regulations.Decide(Given.Application(KurKind.Pmi));
        Assert.Equal(KurRuleResult.Warn, decision.Result("K23-PMI-TENOR"));
        Assert.Equal(KurRuleResult.NotApplicable, decision.Result("K23-TENOR"));
    }

    private static KurLoanFact Running() => Given.Loan(KurKind.Mikro, "2024-01-01") with { Outstanding = 5_000_000 };
}

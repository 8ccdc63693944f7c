using DataHub.Credit;

namespace DataHub.Tests.Credit;

/// <summary>K26-01 and K26-02: who may have KUR.</summary>
public sealed class KurRecipientTests(KurRulesFixture rules) : IClassFixture<KurRulesFixture>
{
    [Fact]
    public void An_applicant_who_meets_every_rule_is_eligible()
    {
        foreach (var kind in Enum.GetValues<KurKind>())
        {
            var decision = rules.Regulations.Decide(Given.Application(kind));
            Assert.True(decision.Outcome == KurOutcome.Eligible, $"{kind}: {decision.Outcome}");
            Assert.Equal("V2026", decision.Regime);
            Assert.Equal("Permenko Perekonomian 1/2026", decision.Regulation);
            Assert.Equal(Given.Nib, decision.Nib);
        }
    }

    [Theory]
    [InlineData(KurApplicantType.MicroSmallBusiness, KurRuleResult.Pass)]
    [InlineData(KurApplicantType.ProspectiveMigrantWorker, KurRuleResult.Pass)]
    [InlineData(KurApplicantType.BusinessGroup, KurRuleResult.Pass)]
    [InlineData(KurApplicantType.Other, KurRuleResult.Fail)]
    public void The_recipient_is_one_of_the_three_classes(KurApplicantType type, KurRuleResult expected)
    {
        var decision = rules.Regulations.Decide(Given.Application().Declaring(d => d with { ApplicantType = type }));
        Assert.Equal(expected, decision.Result("K26-01"));
        Assert.True(decision.Entry("K26-01").Declared);
        Assert.Equal(expected == KurRuleResult.Fail ? KurOutcome.NotEligible : KurOutcome.Eligible, decision.Outcome);
    }

    [Theory]
    [InlineData(null, null, KurRuleResult.Pass)]
    [InlineData(null, true, KurRuleResult.Pass)]
    [InlineData(null, false, KurRuleResult.Fail)]
    [InlineData(KurApplicantType.ProspectiveMigrantWorker, null, KurRuleResult.Pass)]
    [InlineData(KurApplicantType.MicroSmallBusiness, null, KurRuleResult.Fail)]
    [InlineData(KurApplicantType.MicroSmallBusiness, true, KurRuleResult.Pass)]
    [InlineData(KurApplicantType.Other, true, KurRuleResult.Fail)]
    public void Kur_pmi_is_for_migrant_workers(KurApplicantType? type, bool? migrant, KurRuleResult expected)
    {
        var application = Given.Application(KurKind.Pmi).Declaring(d => d with { ApplicantType = type, MigrantWorker = migrant });
        Assert.Equal(expected, rules.Regulations.Decide(application).Result("K26-01"));
    }

    [Theory]
    [InlineData("MIKRO")]
    [InlineData("KECIL")]
    [InlineData("MENENGAH")]
    public void The_scale_of_the_register_does_not_shut_out_below_the_turnover_ceiling(string scale)
    {
        var applicant = Given.Applicant(Given.Business() with { Scale = scale, AnnualSales = 4_800_000_000 });
        Assert.Equal(KurOutcome.Eligible, rules.Regulations.Decide(Given.Application(), applicant).Outcome);
    }

    [Theory]
    [InlineData(4_800_000_000, KurRuleResult.Pass, KurOutcome.Eligible)]
    [InlineData(4_800_000_001, KurRuleResult.Fail, KurOutcome.NotEligible)]
    public void The_turnover_of_a_source_is_at_most_4_8_billion(decimal sales, KurRuleResult expected, KurOutcome outcome)
    {
        var decision = rules.Regulations.Decide(Given.Application(), Given.Applicant(Given.Business() with { AnnualSales = sales }));
        Assert.Equal(expected, decision.Result("K26-02"));
        Assert.Equal(outcome, decision.Outcome);
        Assert.False(decision.Entry("K26-02").Declared);
    }

    [Fact]
    public void A_turnover_that_is_only_probably_of_the_business_asks_for_proof_and_refuses_no_one()
    {
        var business = Given.Business() with { AnnualSales = 4_800_000_001, IsAnnualSalesCertain = false };
        var decision = rules.Regulations.Decide(Given.Application(), Given.Applicant(business));
        Assert.Equal(KurRuleResult.Need, decision.Result("K26-02"));
        Assert.Equal(KurOutcome.NeedsDocuments, decision.Outcome);
        var shown = Given.Application().Declaring(d => d with { AnnualTurnover = 900_000_000, TurnoverEvidence = TurnoverEvidence.TaxReport, TurnoverYear = 2025 });
        Assert.Equal(KurRuleResult.Pass, rules.Regulations.Decide(shown, Given.Applicant(business)).Result("K26-02"));
    }

    [Fact]
    public void A_business_of_scale_besar_is_no_micro_or_small_business()
    {
        var decision = rules.Regulations.Decide(Given.Application(), Given.Applicant(Given.Business() with { Scale = "BESAR" }));
        Assert.Equal(KurRuleResult.Fail, decision.Result("K26-01"));
    }

    [Theory]
    [InlineData(4_800_000_000, TurnoverEvidence.TaxReport, KurRuleResult.Pass)]
    [InlineData(4_800_000_000, TurnoverEvidence.LenderAssessment, KurRuleResult.Pass)]
    [InlineData(4_800_000_001, TurnoverEvidence.TaxReport, KurRuleResult.Fail)]
    [InlineData(4_800_000_001, null, KurRuleResult.Fail)]
    public void A_declared_turnover_counts_where_no_source_has_one(decimal turnover, TurnoverEvidence? evidence, KurRuleResult expected)
    {
        var application = Given.Application()
            .Declaring(d => d with { AnnualTurnover = turnover, TurnoverEvidence = evidence, TurnoverYear = 2025 });
        var entry = rules.Regulations.Decide(application, WithoutSales()).Entry("K26-02");
        Assert.Equal(expected, entry.Result);
        Assert.True(entry.Declared);
    }

    [Fact]
    public void A_turnover_without_evidence_passes_and_the_entry_says_what_to_bring()
    {
        var application = Given.Application().Declaring(d => d with { AnnualTurnover = 300_000_000, TurnoverYear = 2026 });
        var decision = rules.Regulations.Decide(application, WithoutSales());
        var entry = decision.Entry("K26-02");
        Assert.Equal(KurRuleResult.Pass, entry.Result);
        Assert.Equal("Turnover Rp300,000,000 of 2026, declared. Evidence to be brought.", entry.Found);
        Assert.Equal("turnover.without_evidence", Assert.Single(entry.Settings).Name);
        Assert.Equal(KurOutcome.Eligible, decision.Outcome);
    }

    [Fact]
    public void No_turnover_asks_for_one()
    {
        var decision = rules.Regulations.Decide(Given.Application(), WithoutSales());
        Assert.Equal(KurRuleResult.Need, decision.Result("K26-02"));
        Assert.Equal(KurOutcome.NeedsDocuments, decision.Outcome);
        Assert.Contains("Rp4,800,000,000", decision.Entry("K26-02").WouldChange, StringComparison.Ordinal);
    }

    [Fact]
    public void A_source_goes_before_a_declaration()
    {
        var application = Given.Application()
            .Declaring(d => d with { AnnualTurnover = 5_000_000_000, TurnoverEvidence = TurnoverEvidence.TaxReport, TurnoverYear = 2025 });
        var entry = rules.Regulations.Decide(application).Entry("K26-02");
        Assert.Equal(KurRuleResult.Pass, entry.Result);
        Assert.Contains("Declared: Rp5,000,000,000", entry.Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2024, true)]
    [InlineData(2025, false)]
    [InlineData(2026, false)]
    [InlineData(null, true)]
    public void A_turnover_of_another_year_counts_and_the_entry_says_so(int? year, bool says)
    {
        var applicant = Given.Applicant(Given.Business() with { AnnualSalesYear = year });
        var entry = rules.Regulations.Decide(Given.Application(), applicant).Entry("K26-02");
        Assert.Equal(KurRuleResult.Pass, entry.Result);
        Assert.Equal(says, entry.Found.Contains("not shown to be of 2025 or 2026", StringComparison.Ordinal));
    }

    [Fact]
    public void Turnover_age_and_nib_do_not_concern_pmi()
    {
        var decision = rules.Regulations.Decide(
            Given.Application(KurKind.Pmi) with { Nib = null, Nik = "1801212402810001" }, DataHub.Credit.Applicants.KurApplicant.Unknown);
        foreach (var id in new[] { "K26-02", "K26-04", "K26-05", "K26-06" }) Assert.Equal(KurRuleResult.NotApplicable, decision.Result(id));
        Assert.Equal(KurOutcome.Eligible, decision.Outcome);
        Assert.Equal(6, decision.Rate);
        Assert.Null(decision.Nib);
        Assert.Null(decision.SectorClass);
    }

    private static DataHub.Credit.Applicants.KurApplicant WithoutSales() =>
        Given.Applicant(Given.Business() with { AnnualSales = null, AnnualSalesYear = null });
}

using DataHub.Credit;
using DataHub.Credit.Applicants;

namespace DataHub.Tests.Credit;

/// <summary>K26-06 to K26-12: what is to be shown, and what the lender may ask.</summary>
public sealed class KurDocumentsTests(KurRulesFixture rules) : IClassFixture<KurRulesFixture>
{
    [Theory]
    [InlineData("AKTIF", null, KurRuleResult.Pass)]
    [InlineData(null, null, KurRuleResult.Pass)]
    [InlineData("DICABUT", null, KurRuleResult.Need)]
    [InlineData("TIDAK_AKTIF", null, KurRuleResult.Need)]
    [InlineData("DICABUT", true, KurRuleResult.Pass)]
    [InlineData("DICABUT", false, KurRuleResult.Need)]
    public void A_nib_in_force_or_a_statement_letter_is_needed(string? status, bool? letter, KurRuleResult expected)
    {
        var application = Given.Application().Declaring(d => d with { StatementLetter = letter });
        var decision = rules.Regulations.Decide(application, Given.Applicant(Given.Business() with { Status = status }));
        Assert.Equal(expected, decision.Result("K26-06"));
        Assert.Equal(expected == KurRuleResult.Need ? KurOutcome.NeedsDocuments : KurOutcome.Eligible, decision.Outcome);
        Assert.Equal(letter == true, decision.Entry("K26-06").Declared);
    }

    [Fact]
    public void A_nib_that_no_source_carries_is_to_be_shown()
    {
        var decision = rules.Regulations.Decide(Given.Application(), KurApplicant.Unknown);
        Assert.Equal(KurRuleResult.Need, decision.Result("K26-06"));
        Assert.Null(decision.Nib);
    }

    [Fact]
    public void An_unknown_applicant_is_decided_on_what_is_declared()
    {
        var application = new KurApplication
        {
            Nik = "1801212402810001",
            Kind = KurKind.Mikro,
            Amount = 25_000_000,
            Date = Given.Date,
            Declared = new KurDeclaration
            {
                AnnualTurnover = 100_000_000,
                TurnoverEvidence = TurnoverEvidence.LenderAssessment,
                TurnoverYear = 2025,
                StatementLetter = true,
                BusinessStartedOn = new DateOnly(2020, 1, 1),
            },
        };
        var decision = rules.Regulations.Decide(application, KurApplicant.Unknown);
        Assert.Equal(KurOutcome.Eligible, decision.Outcome);
        Assert.Equal(6, decision.Rate);
        Assert.Null(decision.SectorClass);
        foreach (var id in new[] { "K26-02", "K26-04", "K26-06", "K26-07" }) Assert.True(decision.Entry(id).Declared, id);
    }

    [Fact]
    public void An_unknown_applicant_who_declares_nothing_is_asked_for_everything()
    {
        var decision = rules.Regulations.Decide(
            new KurApplication { Nib = Given.Nib, Kind = KurKind.Kecil, Amount = 200_000_000, Date = Given.Date }, KurApplicant.Unknown);
        Assert.Equal(KurOutcome.NeedsDocuments, decision.Outcome);
        foreach (var id in new[] { "K26-02", "K26-04", "K26-06", "K26-07", "K26-08", "K26-09" })
            Assert.Equal(KurRuleResult.Need, decision.Result(id));
    }

    [Theory]
    [InlineData(true, false, null, KurRuleResult.Pass)]
    [InlineData(false, true, null, KurRuleResult.Pass)]
    [InlineData(false, false, null, KurRuleResult.Need)]
    [InlineData(false, false, true, KurRuleResult.Pass)]
    [InlineData(true, true, false, KurRuleResult.Need)]
    public void The_identity_is_shown_by_a_valid_nik_or_the_card(bool known, bool given, bool? seen, KurRuleResult expected)
    {
        var application = Given.Application() with { Nik = given ? "1801212402810001" : null };
        var decision = rules.Regulations.Decide(
            application.Declaring(d => d with { IdentityProven = seen }), Given.Applicant() with { NikKnown = known });
        Assert.Equal(expected, decision.Result("K26-07"));
    }

    [Fact]
    public void Another_owner_in_the_register_is_to_be_cleared()
    {
        var decision = rules.Regulations.Decide(
            Given.Application() with { Nik = "1801212402810001" }, Given.Applicant() with { OwnsNamed = false });
        Assert.Equal(KurRuleResult.Need, decision.Result("K26-07"));
        Assert.Equal("owner.mismatch", Assert.Single(decision.Entry("K26-07").Settings).Name);
        Assert.Equal(KurOutcome.NeedsDocuments, decision.Outcome);
    }

    [Theory]
    [InlineData(KurKind.SuperMikro, 10_000_000, false)]
    [InlineData(KurKind.Mikro, 50_000_000, false)]
    [InlineData(KurKind.Mikro, 50_000_001, true)]
    [InlineData(KurKind.Khusus, 50_000_000, false)]
    [InlineData(KurKind.Khusus, 50_000_001, true)]
    [InlineData(KurKind.Pmi, 50_000_000, false)]
    [InlineData(KurKind.Pmi, 50_000_001, true)]
    [InlineData(KurKind.Kecil, 50_000_000, true)]
    [InlineData(KurKind.Kecil, 100_000_001, true)]
    public void An_npwp_is_needed_above_50_million_and_always_for_kecil(KurKind kind, decimal amount, bool needed)
    {
        // The NIK is known: it proves no NPWP.
        var without = Given.Application(kind, amount).Declaring(d => d with { Npwp = null });
        Assert.Equal(needed ? KurRuleResult.Need : KurRuleResult.NotApplicable, rules.Regulations.Decide(without).Result("K26-08"));
        var with = rules.Regulations.Decide(Given.Application(kind, amount)).Entry("K26-08");
        Assert.Equal(needed ? KurRuleResult.Pass : KurRuleResult.NotApplicable, with.Result);
        Assert.Equal(needed, with.Declared);
    }

    [Theory]
    [InlineData(KurKind.Mikro, 100_000_000, false)]
    [InlineData(KurKind.Khusus, 100_000_000, false)]
    [InlineData(KurKind.Khusus, 100_000_001, true)]
    [InlineData(KurKind.Kecil, 100_000_001, true)]
    public void Bpjs_is_needed_above_100_million(KurKind kind, decimal amount, bool needed)
    {
        var without = Given.Application(kind, amount).Declaring(d => d with { BpjsKetenagakerjaan = null });
        Assert.Equal(needed ? KurRuleResult.Need : KurRuleResult.NotApplicable, rules.Regulations.Decide(without).Result("K26-09"));
        var with = rules.Regulations.Decide(Given.Application(kind, amount));
        Assert.Equal(needed ? KurRuleResult.Pass : KurRuleResult.NotApplicable, with.Result("K26-09"));
    }

    [Theory]
    [InlineData(KurKind.Mikro, 100_000_000, Given.Production, true, false)]
    [InlineData(KurKind.Kecil, 100_000_001, Given.Production, false, false)]
    [InlineData(KurKind.Kecil, 100_000_001, "01140", false, true)]
    [InlineData(KurKind.Khusus, 100_000_001, "01121", false, true)]
    [InlineData(KurKind.Khusus, 100_000_000, "01121", true, false)]
    [InlineData(KurKind.Kecil, 100_000_001, "01121", false, false)]
    public void Extra_collateral_is_for_information(KurKind kind, decimal amount, string kbli, bool barred, bool barredWithGuarantor)
    {
        var decision = rules.Regulations.Decide(Given.Application(kind, amount), Given.Applicant(Given.Business(kbli)));
        Assert.Equal(KurRuleResult.Info, decision.Result("K26-10"));
        Assert.Equal(barred, decision.Entry("K26-10").Found.Contains("must not", StringComparison.Ordinal));
        Assert.Equal(barredWithGuarantor ? KurRuleResult.Info : KurRuleResult.NotApplicable, decision.Result("K26-11"));
        Assert.Equal(barred || barredWithGuarantor ? KurRuleResult.Info : KurRuleResult.NotApplicable, decision.Result("K26-12"));
        Assert.Equal(KurOutcome.Eligible, decision.Outcome);
    }

    [Fact]
    public void Sikp_and_group_papers_are_for_information()
    {
        var decision = rules.Regulations.Decide(Given.Application(KurKind.Khusus));
        Assert.Equal(KurRuleResult.Info, decision.Result("K26-18"));
        Assert.Equal(KurRuleResult.Info, decision.Result("K23-17"));
        Assert.Equal(KurRuleResult.NotApplicable, rules.Regulations.Decide(Given.Application()).Result("K23-17"));
    }

    [Fact]
    public void A_failure_goes_before_missing_documents_which_are_listed_all_the_same()
    {
        var application = Given.Application(KurKind.Kecil, 600_000_000).Declaring(_ => KurDeclaration.None);
        var decision = rules.Regulations.Decide(application);
        Assert.Equal(KurOutcome.NotEligible, decision.Outcome);
        Assert.Equal(KurRuleResult.Need, decision.Result("K26-08"));
        Assert.Equal(KurRuleResult.Need, decision.Result("K26-09"));
    }
}

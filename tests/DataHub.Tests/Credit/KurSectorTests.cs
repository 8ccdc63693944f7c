using DataHub.Credit;
using DataHub.Credit.Applicants;

namespace DataHub.Tests.Credit;

/// <summary>K26-13 to K26-15: sector class, number of mikro akad, accumulated plafon.</summary>
public sealed class KurSectorTests(KurRulesFixture rules) : IClassFixture<KurRulesFixture>
{
    [Theory]
    [InlineData("01121", "2020", null, KurSectorClass.Production)]
    [InlineData("10710", "2020", null, KurSectorClass.Production)]
    [InlineData("10710", "2020", true, KurSectorClass.Production)]
    [InlineData("56101", "2020", null, KurSectorClass.Production)]
    [InlineData("45201", "2020", null, KurSectorClass.Production)]
    [InlineData("45202", "2020", null, KurSectorClass.Production)]
    [InlineData("45407", "2020", null, KurSectorClass.Production)]
    [InlineData("45101", "2020", null, KurSectorClass.TradeLocal)]
    [InlineData("45301", "2020", null, KurSectorClass.TradeLocal)]
    [InlineData("45406", "2020", null, KurSectorClass.TradeLocal)]
    [InlineData("46100", "2020", null, KurSectorClass.TradeLocal)]
    [InlineData("47111", "2020", null, KurSectorClass.TradeLocal)]
    [InlineData("47111", "2020", false, KurSectorClass.TradeLocal)]
    [InlineData("47111", "2020", true, KurSectorClass.TradeExport)]
    [InlineData("46100", "2025", null, KurSectorClass.TradeLocal)]
    [InlineData("47111", "2025", true, KurSectorClass.TradeExport)]
    [InlineData("95310", "2025", null, KurSectorClass.Production)]
    [InlineData("45201", "2025", null, null)]
    [InlineData("04000", "2020", null, null)]
    [InlineData("4711", "2020", null, null)]
    [InlineData(null, null, null, null)]
    public void The_activity_makes_the_class(string? kbli, string? edition, bool? export, KurSectorClass? expected)
    {
        var application = Given.Application().Declaring(d => d with { ExportDocuments = export });
        var decision = rules.Regulations.Decide(application, Given.Applicant(Given.Business(kbli) with { KbliVersion = edition }));
        Assert.Equal(expected, decision.SectorClass);
        var isPass = expected is KurSectorClass.Production or KurSectorClass.TradeExport;
        Assert.Equal(isPass ? KurRuleResult.Pass : KurRuleResult.Info, decision.Result("K26-13"));
        Assert.Equal(expected == KurSectorClass.TradeExport, decision.Entry("K26-13").Declared);
        Assert.Equal(KurOutcome.Eligible, decision.Outcome);
    }

    [Fact]
    public void Local_trade_is_told_what_would_make_it_export()
    {
        var entry = rules.Regulations.Decide(Given.Application(), Trader()).Entry("K26-13");
        Assert.Contains("export process", entry.WouldChange, StringComparison.Ordinal);
        Assert.Contains(entry.Settings, setting => setting.Name == "export.undocumented");
    }

    [Fact]
    public void The_declared_activity_is_what_is_to_be_financed()
    {
        var decision = rules.Regulations.Decide(Given.Application().Declaring(d => d with { Kbli = Given.Trade }));
        Assert.Equal(KurSectorClass.TradeLocal, decision.SectorClass);
        Assert.True(decision.Entry("K26-13").Declared);
    }

    [Theory]
    [InlineData("", 1, KurRuleResult.Pass)]
    [InlineData("MIKRO 2026-02-01", 2, KurRuleResult.Pass)]
    [InlineData("MIKRO 2023-02-01", 2, KurRuleResult.Pass)]
    [InlineData("MIKRO 2023-02-01, MIKRO 2026-02-01", 3, KurRuleResult.Fail)]
    [InlineData("MIKRO 2019-02-01, MIKRO 2021-02-01", 3, KurRuleResult.Fail)]
    [InlineData("MIKRO 2023-02-01, MIKRO 2026-06-15", 2, KurRuleResult.Pass)]
    [InlineData("MIKRO 2023-02-01, MIKRO 2026-06-14", 3, KurRuleResult.Fail)]
    [InlineData("SUPER_MIKRO 2023-02-01, KECIL 2024-02-01, KHUSUS 2024-02-01, PMI 2025-02-01", 1, KurRuleResult.Pass)]
    public void Local_trade_may_have_two_mikro_akad(string earlier, int number, KurRuleResult expected)
    {
        var decision = rules.Regulations.Decide(Given.Application(), Trader(Given.Loans(earlier)));
        Assert.Equal(number, decision.AkadNumber);
        Assert.Equal(expected, decision.Result("K26-14"));
        Assert.Equal(expected == KurRuleResult.Fail ? KurOutcome.NotEligible : KurOutcome.Eligible, decision.Outcome);
        Assert.Equal(expected == KurRuleResult.Fail, decision.Rate is null);
    }

    [Theory]
    [InlineData(Given.Production, null)]
    [InlineData(Given.Trade, true)]
    public void Outside_local_trade_mikro_has_no_limit(string kbli, bool? export)
    {
        var loans = Given.Loans("MIKRO 2020-01-01,MIKRO 2021-01-01,MIKRO 2022-01-01,MIKRO 2023-01-01,MIKRO 2024-01-01");
        var application = Given.Application().Declaring(d => d with { ExportDocuments = export });
        var decision = rules.Regulations.Decide(application, Given.Applicant(Given.Business(kbli), loans));
        Assert.Equal(KurRuleResult.Pass, decision.Result("K26-14"));
        Assert.Equal(6, decision.AkadNumber);
        Assert.Equal(6, decision.Rate);
        Assert.Equal(KurOutcome.Eligible, decision.Outcome);
    }

    [Fact]
    public void A_probable_loan_asks_for_documents_and_never_fails()
    {
        var certain = Given.Loan(KurKind.Mikro, "2024-01-01");
        var probable = Given.Loan(KurKind.Mikro, "2025-01-01") with { Certain = false };
        var ofBusiness = probable with { OfPerson = false, Certain = true, BusinessId = 7 };
        foreach (var doubtful in new[] { probable, ofBusiness })
        {
            var decision = rules.Regulations.Decide(Given.Application(), Trader(certain, doubtful));
            Assert.Equal(KurRuleResult.Need, decision.Result("K26-14"));
            Assert.Equal(KurOutcome.NeedsDocuments, decision.Outcome);
            Assert.Equal(2, decision.AkadNumber);
            Assert.Equal(7, decision.Rate);
        }
    }

    [Fact]
    public void A_probable_loan_that_changes_nothing_asks_for_nothing()
    {
        var probable = Given.Loan(KurKind.Mikro, "2025-01-01") with { Certain = false };
        var decision = rules.Regulations.Decide(Given.Application(), Trader(probable));
        Assert.Equal(KurOutcome.Eligible, decision.Outcome);
        Assert.Equal(6, decision.Rate);
        Assert.Contains("7%", decision.Entry("K26-16").WouldChange, StringComparison.Ordinal);
    }

    [Fact]
    public void A_loan_of_another_business_of_unknown_person_is_not_counted()
    {
        var other = Given.Loan(KurKind.Mikro, "2025-01-01") with { OfPerson = false, BusinessId = 8 };
        var decision = rules.Regulations.Decide(Given.Application(), Trader(other, other));
        Assert.Equal(KurRuleResult.Pass, decision.Result("K26-14"));
    }

    [Fact]
    public void An_undated_loan_asks_for_documents()
    {
        var undated = Given.Loan(KurKind.Mikro, "2025-01-01") with { AkadOn = null };
        var decision = rules.Regulations.Decide(Given.Application(), Trader(Given.Loan(KurKind.Mikro, "2024-01-01"), undated));
        Assert.Equal(KurRuleResult.Need, decision.Result("K26-14"));
    }

    [Theory]
    [InlineData(500_000_000, "", KurRuleResult.Pass)]
    [InlineData(200_000_000, "KECIL 2024-01-01 300", KurRuleResult.Pass)]
    [InlineData(200_000_001, "KECIL 2024-01-01 300", KurRuleResult.Fail)]
    [InlineData(200_000_000, "MIKRO 2019-01-01 50, MIKRO 2022-01-01 50, KECIL 2024-01-01 200", KurRuleResult.Pass)]
    [InlineData(200_000_001, "MIKRO 2019-01-01 50, MIKRO 2022-01-01 50, KECIL 2024-01-01 200", KurRuleResult.Fail)]
    [InlineData(500_000_000, "SUPER_MIKRO 2022-01-01 10, KHUSUS 2024-01-01 300, PMI 2024-01-01 50", KurRuleResult.Pass)]
    [InlineData(500_000_000, "KECIL 2026-06-15 300", KurRuleResult.Pass)]
    public void Local_trade_may_have_500_million_of_mikro_and_kecil_settled_or_not(decimal amount, string earlier, KurRuleResult expected)
    {
        foreach (var outstanding in new decimal[] { 0, 1_000_000 })
        {
            var loans = Given.Loans(earlier).Select(loan => loan with { Outstanding = outstanding }).ToArray();
            var decision = rules.Regulations.Decide(Given.Application(KurKind.Kecil, amount), Trader(loans));
            Assert.Equal(expected, decision.Result("K26-15"));
            Assert.Equal(expected == KurRuleResult.Fail ? KurOutcome.NotEligible : KurOutcome.Eligible, decision.Outcome);
        }
    }

    [Fact]
    public void What_is_left_of_the_500_million_is_told()
    {
        var decision = rules.Regulations.Decide(Given.Application(KurKind.Kecil, 300_000_000), Trader(Given.Loans("KECIL 2024-01-01 350")));
        Assert.Contains("at most Rp150,000,000", decision.Entry("K26-15").WouldChange, StringComparison.Ordinal);
    }

    [Fact]
    public void Outside_local_trade_plafon_do_not_accumulate()
    {
        var loans = Given.Loans("KECIL 2023-01-01 500,KECIL 2024-01-01 500");
        var decision = rules.Regulations.Decide(Given.Application(KurKind.Kecil, 500_000_000), Given.Applicant(null, loans));
        Assert.Equal(KurRuleResult.Pass, decision.Result("K26-15"));
        Assert.Equal(KurOutcome.Eligible, decision.Outcome);
    }

    [Fact]
    public void A_probable_or_unmeasured_loan_above_the_500_million_asks_for_documents()
    {
        var probable = Given.Loan(KurKind.Kecil, "2024-01-01", 400_000_000) with { Certain = false };
        var unmeasured = Given.Loan(KurKind.Kecil, "2024-01-01") with { Plafon = null };
        foreach (var loan in new[] { probable, unmeasured })
        {
            var decision = rules.Regulations.Decide(Given.Application(KurKind.Kecil, 200_000_000), Trader(loan));
            Assert.Equal(KurRuleResult.Need, decision.Result("K26-15"));
            Assert.Equal(KurOutcome.NeedsDocuments, decision.Outcome);
        }
    }

    [Theory]
    [InlineData(KurKind.Mikro, "MIKRO 2024-01-01", KurRuleResult.Pass, KurRuleResult.Need)]
    [InlineData(KurKind.Mikro, "MIKRO 2023-01-01,MIKRO 2024-01-01", KurRuleResult.Need, KurRuleResult.Need)]
    [InlineData(KurKind.Mikro, "", KurRuleResult.Pass, KurRuleResult.Pass)]
    public void An_unknown_activity_is_asked_for_where_the_answer_depends_on_it(
        KurKind kind, string earlier, KurRuleResult frequency, KurRuleResult rate)
    {
        var decision = rules.Regulations.Decide(Given.Application(kind), Given.Applicant(Given.Business(null), Given.Loans(earlier)));
        Assert.Equal(frequency, decision.Result("K26-14"));
        Assert.Equal(rate, decision.Result("K26-16"));
        Assert.Equal(rate == KurRuleResult.Need, decision.Rate is null);
    }

    private static KurApplicant Trader(params KurLoanFact[] loans) => Given.Applicant(Given.Business(Given.Trade), loans);
}

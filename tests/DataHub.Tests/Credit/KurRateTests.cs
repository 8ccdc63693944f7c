using DataHub.Credit;
using DataHub.Credit.Applicants;

namespace DataHub.Tests.Credit;

/// <summary>K26-16 and K26-17: rate and graduation, earlier akad replayed by the regulation of their day.</summary>
public sealed class KurRateTests(KurRulesFixture rules) : IClassFixture<KurRulesFixture>
{
    [Theory]
    [InlineData(KurKind.SuperMikro, 3)]
    [InlineData(KurKind.Khusus, 6)]
    [InlineData(KurKind.Pmi, 6)]
    public void Some_kinds_have_one_rate_whatever_the_class_and_the_number(KurKind kind, decimal rate)
    {
        foreach (var kbli in new[] { Given.Production, Given.Trade, null })
        {
            var loans = Enumerable.Range(1, 5).Select(month => Given.Loan(kind, $"2025-0{month}-01")).ToArray();
            var decision = rules.Regulations.Decide(Given.Application(kind), Given.Applicant(Given.Business(kbli), loans));
            Assert.Equal(rate, decision.Rate);
            Assert.Equal(6, decision.AkadNumber);
            Assert.Equal(KurOutcome.Eligible, decision.Outcome);
        }
    }

    [Theory]
    // Local trade, mikro: by number.
    [InlineData(KurKind.Mikro, "", 1, 6)]
    [InlineData(KurKind.Mikro, "MIKRO 2026-02-01", 2, 7)]
    [InlineData(KurKind.Mikro, "MIKRO 2020-02-01", 2, 7)]
    [InlineData(KurKind.Mikro, "SUPER_MIKRO 2024-02-01, SUPER_MIKRO 2025-02-01", 1, 6)]
    // Kecil without an earlier kecil or mikro akad.
    [InlineData(KurKind.Kecil, "", 1, 6)]
    [InlineData(KurKind.Kecil, "SUPER_MIKRO 2024-02-01", 1, 6)]
    [InlineData(KurKind.Kecil, "KHUSUS 2024-02-01", 1, 6)]
    // Kecil after kecil of the regulation in force.
    [InlineData(KurKind.Kecil, "KECIL 2026-02-01", 2, 7)]
    [InlineData(KurKind.Kecil, "KECIL 2026-02-01, KECIL 2026-03-01", 3, 8)]
    [InlineData(KurKind.Kecil, "KECIL 2026-02-01, KECIL 2026-03-01, KECIL 2026-04-01", 4, 9)]
    [InlineData(KurKind.Kecil, "KECIL 2026-02-01, KECIL 2026-03-01, KECIL 2026-04-01, KECIL 2026-05-01", 5, 9)]
    // Kecil after mikro: the last mikro rate and a point.
    [InlineData(KurKind.Kecil, "MIKRO 2026-02-01", 1, 7)]
    [InlineData(KurKind.Kecil, "MIKRO 2026-02-01, MIKRO 2026-03-01", 1, 8)]
    [InlineData(KurKind.Kecil, "SUPER_MIKRO 2025-01-01, MIKRO 2026-02-01", 1, 7)]
    [InlineData(KurKind.Kecil, "MIKRO 2026-02-01, MIKRO 2026-03-01, KECIL 2026-04-01", 2, 9)]
    [InlineData(KurKind.Kecil, "MIKRO 2026-02-01, MIKRO 2026-03-01, KECIL 2026-04-01, KECIL 2026-05-01", 3, 9)]
    // A mikro akad after the kecil one does not matter to kecil.
    [InlineData(KurKind.Kecil, "KECIL 2026-02-01, MIKRO 2026-03-01", 2, 7)]
    // Mikro akad of 2022 and before: 6% whatever their number.
    [InlineData(KurKind.Kecil, "MIKRO 2022-03-01", 1, 7)]
    [InlineData(KurKind.Kecil, "MIKRO 2020-03-01, MIKRO 2021-03-01, MIKRO 2022-03-01", 1, 7)]
    // Mikro akad of 2023 to 12 January 2026: 6, 7, 8, 9% by number; the cap holds the graduate at 9.
    [InlineData(KurKind.Kecil, "MIKRO 2023-03-01", 1, 7)]
    [InlineData(KurKind.Kecil, "MIKRO 2023-03-01, MIKRO 2024-03-01", 1, 8)]
    [InlineData(KurKind.Kecil, "MIKRO 2022-03-01, MIKRO 2024-03-01", 1, 8)]
    [InlineData(KurKind.Kecil, "MIKRO 2023-03-01, MIKRO 2024-03-01, MIKRO 2025-03-01", 1, 9)]
    [InlineData(KurKind.Kecil, "MIKRO 2023-03-01, MIKRO 2024-03-01, MIKRO 2025-03-01, MIKRO 2026-01-12", 1, 9)]
    // Kecil akad before the regulation in force: by their own number then, without graduation.
    [InlineData(KurKind.Kecil, "KECIL 2022-03-01", 2, 7)]
    [InlineData(KurKind.Kecil, "KECIL 2024-03-01", 2, 7)]
    [InlineData(KurKind.Kecil, "MIKRO 2023-03-01, MIKRO 2024-03-01, KECIL 2025-03-01", 2, 7)]
    [InlineData(KurKind.Kecil, "KECIL 2023-03-01, KECIL 2024-03-01", 3, 8)]
    public void In_local_trade_the_rate_steps_up(KurKind kind, string earlier, int number, decimal rate)
    {
        var loans = Given.Loans(earlier);
        var decision = rules.Regulations.Decide(Given.Application(kind), Given.Applicant(Given.Business(Given.Trade), loans));
        Assert.Equal(number, decision.AkadNumber);
        Assert.Equal(rate, decision.Rate);
        Assert.Equal(KurRuleResult.Pass, decision.Result("K26-16"));
        // The order in which the loans are known does not matter.
        var reversed = Given.Applicant(Given.Business(Given.Trade), [.. loans.Reverse()]);
        Assert.Equal(rate, rules.Regulations.Decide(Given.Application(kind), reversed).Rate);
    }

    [Theory]
    [InlineData(KurKind.Mikro, "MIKRO 2023-03-01, MIKRO 2024-03-01, MIKRO 2025-03-01")]
    [InlineData(KurKind.Kecil, "MIKRO 2023-03-01, MIKRO 2024-03-01, KECIL 2026-03-01")]
    [InlineData(KurKind.Kecil, "")]
    public void Outside_local_trade_the_rate_is_back_at_6(KurKind kind, string earlier)
    {
        var loans = Given.Loans(earlier);
        Assert.Equal(6, rules.Regulations.Decide(Given.Application(kind), Given.Applicant(null, loans)).Rate);
        var exporter = Given.Application(kind).Declaring(d => d with { ExportDocuments = true });
        Assert.Equal(6, rules.Regulations.Decide(exporter, Given.Applicant(Given.Business(Given.Trade), loans)).Rate);
    }

    [Theory]
    [InlineData(KurKind.Mikro, "SUPER_MIKRO 2025-01-01", KurRuleResult.Info, "first akad")]
    [InlineData(KurKind.Kecil, "SUPER_MIKRO 2025-01-01", KurRuleResult.Info, "first akad")]
    [InlineData(KurKind.Kecil, "MIKRO 2024-01-01, MIKRO 2025-01-01", KurRuleResult.Info, "7%")]
    [InlineData(KurKind.Kecil, "KECIL 2025-01-01", KurRuleResult.Info, "a point more")]
    [InlineData(KurKind.Mikro, "", KurRuleResult.NotApplicable, "No earlier akad")]
    [InlineData(KurKind.SuperMikro, "SUPER_MIKRO 2025-01-01", KurRuleResult.NotApplicable, "mikro and kecil only")]
    public void Graduation_is_for_information(KurKind kind, string earlier, KurRuleResult expected, string says)
    {
        var decision = rules.Regulations.Decide(
            Given.Application(kind), Given.Applicant(Given.Business(Given.Trade), Given.Loans(earlier)));
        Assert.Equal(expected, decision.Result("K26-17"));
        Assert.Contains(says, decision.Entry("K26-17").Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("11.71", "2026-03-01", 0)]
    [InlineData("13.05", "2026-12-31", 0)]
    [InlineData("11.71", "2027-01-01", 6)]
    [InlineData("18.71", "2026-03-01", 6)]
    [InlineData("14.71", "2026-03-01", 6)]
    [InlineData(null, "2026-03-01", 6)]
    public void Relief_for_a_region_goes_before_the_rate(string? regency, string date, decimal rate)
    {
        var decision = rules.Regulations.Decide(
            Given.Application() with { Date = Given.Day(date) }, Given.Applicant(Given.Business() with { RegencyCode = regency }));
        Assert.Equal(rate, decision.Rate);
    }

    [Fact]
    public void A_loan_of_a_kind_the_hub_does_not_know_counts_for_no_kind()
    {
        var unknown = Given.Loan(KurKind.Mikro, "2024-01-01") with { Kind = null };
        var decision = rules.Regulations.Decide(Given.Application(), Given.Applicant(Given.Business(Given.Trade), unknown));
        Assert.Equal(1, decision.AkadNumber);
        Assert.Equal(6, decision.Rate);
    }
}

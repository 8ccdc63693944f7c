using DataHub.Credit;
using DataHub.Credit.Applicants;
using DataHub.Credit.Regulations;
using DataHub.Shared.Secrets;
using DataHub.Testing;

namespace DataHub.Tests.Credit;

/// <summary>Decisions about applicants as the database knows them.</summary>
public sealed class KurEligibilityTests(KurPeopleFixture people) : IClassFixture<KurPeopleFixture>
{
    [Fact]
    public async Task A_business_asked_by_nib_is_decided_with_its_owners_loans_over_all_lenders()
    {
        var decision = await DecideAsync(By(nib: KurPeopleFixture.ShopNib));
        Assert.Equal(KurOutcome.NotEligible, decision.Outcome);
        Assert.Equal(KurSectorClass.TradeLocal, decision.SectorClass);
        Assert.Equal(4, decision.AkadNumber);
        Assert.Equal(KurRuleResult.Fail, decision.Result("K26-14"));
        Assert.Equal(KurPeopleFixture.ShopNib, decision.Nib);
    }

    [Fact]
    public async Task A_superseded_nib_stands_for_the_business_and_proves_its_age()
    {
        var decision = await DecideAsync(By(nib: KurPeopleFixture.SupersededNib));
        Assert.Equal(KurPeopleFixture.BakeryNib, decision.Nib);
        Assert.Equal(KurRuleResult.Pass, decision.Result("K26-04"));
        Assert.Equal(KurOutcome.Eligible, decision.Outcome);
    }

    [Fact]
    public async Task Asked_by_nik_the_oldest_active_business_is_taken_and_the_entry_says_which()
    {
        var decision = await DecideAsync(By(nik: KurPeopleFixture.BakerNik));
        Assert.Equal(KurPeopleFixture.BakeryNib, decision.Nib);
        Assert.Contains(
            $"NIB {KurPeopleFixture.BakeryNib}, the oldest active one of the applicant's 3 businesses", decision.Entry("K26-06").Found,
            StringComparison.Ordinal);
        Assert.Equal(KurOutcome.Eligible, decision.Outcome);
    }

    [Fact]
    public async Task Nib_and_nik_of_different_owners_are_to_be_cleared()
    {
        var decision = await DecideAsync(By(nib: KurPeopleFixture.BakeryNib, nik: KurPeopleFixture.TraderNik));
        Assert.Equal(KurRuleResult.Need, decision.Result("K26-07"));
        Assert.Equal(KurOutcome.NeedsDocuments, decision.Outcome);
        // The loans are the ones of the person who asks.
        Assert.Equal(4, decision.AkadNumber);
        var byOwner = await DecideAsync(By(nib: KurPeopleFixture.BakeryNib, nik: KurPeopleFixture.BakerNik));
        Assert.Equal(KurRuleResult.Pass, byOwner.Result("K26-07"));
    }

    [Fact]
    public async Task A_loan_joined_to_the_business_alone_asks_for_documents()
    {
        var decision = await DecideAsync(By(nib: KurPeopleFixture.KioskNib) with { Date = new DateOnly(2026, 7, 1) });
        Assert.Equal(KurRuleResult.Need, decision.Result("K26-14"));
        Assert.Equal(1, decision.AkadNumber);
        Assert.Equal(KurOutcome.NeedsDocuments, decision.Outcome);
    }

    [Fact]
    public async Task A_training_of_the_owner_excuses_a_young_super_mikro_business()
    {
        var decision = await DecideAsync(By(nib: KurPeopleFixture.KioskNib) with { Kind = KurKind.SuperMikro, Amount = 10_000_000 });
        Assert.Equal(KurRuleResult.Pass, decision.Result("K26-05"));
        Assert.False(decision.Entry("K26-05").Declared);
        Assert.Equal(KurOutcome.Eligible, decision.Outcome);
        Assert.Equal(3, decision.Rate);
    }

    [Fact]
    public async Task An_applicant_the_hub_does_not_know_is_decided_on_what_is_declared()
    {
        var decision = await DecideAsync(By(nib: "9999999999999", nik: "1871010101900009"));
        Assert.Equal(KurOutcome.NeedsDocuments, decision.Outcome);
        Assert.Null(decision.Nib);
        Assert.Equal(1, decision.AkadNumber);
    }

    [Fact]
    public async Task Many_are_decided_in_the_order_asked_as_if_alone()
    {
        string[] nibs = [KurPeopleFixture.ShopNib, "9999999999999", KurPeopleFixture.BakeryNib, KurPeopleFixture.KioskNib];
        var applications = Enumerable.Range(0, 500).Select(number => By(nib: nibs[number % nibs.Length])).ToList();
        using var hub = Open();
        var decisions = await hub.Eligibility.DecideAsync(applications);
        Assert.Equal(500, decisions.Count);
        for (var number = 0; number < 500; number++)
        {
            var (first, here) = (decisions[number % nibs.Length], decisions[number]);
            Assert.Equal((first.Nib, first.Outcome, first.AkadNumber), (here.Nib, here.Outcome, here.AkadNumber));
        }
        Assert.Equal(
            [KurOutcome.NotEligible, KurOutcome.NeedsDocuments, KurOutcome.Eligible, KurOutcome.NotEligible],
            decisions.Take(4).Select(d => d.Outcome));
    }

    [Fact]
    public async Task More_than_500_are_refused()
    {
        using var hub = Open();
        var applications = Enumerable.Repeat(By(nib: KurPeopleFixture.ShopNib), 501).ToList();
        await Assert.ThrowsAsync<ArgumentException>(() => hub.Eligibility.DecideAsync(applications));
    }

    [Fact]
    public async Task Without_a_date_it_is_today_in_western_indonesia()
    {
        // 18:30 UTC on the 12th is 01:30 on the 13th in Jakarta: the first day of the regulation in force.
        using var hub = Open(new FixedTime(new DateTimeOffset(2026, 1, 12, 18, 30, 0, TimeSpan.Zero)));
        var decisions = await hub.Eligibility.DecideAsync([By(nib: KurPeopleFixture.ShopNib) with { Date = null }]);
        Assert.Equal(new DateOnly(2026, 1, 13), decisions[0].Date);
        Assert.Equal("V2026", decisions[0].Regime);
    }

    [Fact]
    public async Task No_sentence_tells_a_nik_or_a_contract()
    {
        KurApplication[] applications =
            [By(nik: KurPeopleFixture.BakerNik), By(nib: KurPeopleFixture.ShopNib, nik: KurPeopleFixture.TraderNik)];
        foreach (var application in applications)
        {
            var decision = await DecideAsync(application);
            var text = string.Join(" ", decision.Rules.Select(entry => entry.Found + entry.WouldChange));
            Assert.DoesNotContain(KurPeopleFixture.BakerNik, text, StringComparison.Ordinal);
            Assert.DoesNotContain(KurPeopleFixture.TraderNik, text, StringComparison.Ordinal);
            Assert.DoesNotContain("/KUR/", text, StringComparison.Ordinal);
        }
    }

    private static KurApplication By(string? nib = null, string? nik = null) =>
        new() { Nib = nib, Nik = nik, Kind = KurKind.Mikro, Amount = 40_000_000, Date = Given.Date };

    private async Task<KurDecision> DecideAsync(KurApplication application)
    {
        using var hub = Open();
        return Assert.Single(await hub.Eligibility.DecideAsync([application]));
    }

    private KurHub Open(TimeProvider? time = null)
    {
        var store = new KurRegulationsStore(people.DataSource, TimeProvider.System);
        var applicants = new KurApplicants(new Protector(people.Keys));
        return new KurHub(store, new KurEligibility(people.DataSource, store, applicants, time ?? TimeProvider.System));
    }

    private sealed record KurHub(KurRegulationsStore Store, KurEligibility Eligibility) : IDisposable
    {
        public void Dispose() => Store.Dispose();
    }

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}

using DataHub.Credit;
using DataHub.Credit.Applicants;

namespace DataHub.Tests.Credit;

/// <summary>K26-04 and K26-05: six months, and the exception for super mikro.</summary>
public sealed class KurBusinessAgeTests(KurRulesFixture rules) : IClassFixture<KurRulesFixture>
{
    [Theory]
    [InlineData("2025-12-15", "2026-06-15", true)]
    [InlineData("2025-12-16", "2026-06-15", false)]
    [InlineData("2025-08-31", "2026-02-27", false)]
    [InlineData("2025-08-31", "2026-02-28", true)]
    [InlineData("2027-08-31", "2028-02-28", false)]
    [InlineData("2027-08-31", "2028-02-29", true)]
    [InlineData("2025-12-31", "2026-06-29", false)]
    [InlineData("2025-12-31", "2026-06-30", true)]
    [InlineData("2026-02-28", "2026-08-27", false)]
    [InlineData("2026-02-28", "2026-08-28", true)]
    [InlineData("2026-07-01", "2026-06-15", false)]
    public void The_business_is_six_calendar_months_old_to_the_day(string issued, string akad, bool oldEnough)
    {
        foreach (var kind in new[] { KurKind.SuperMikro, KurKind.Mikro, KurKind.Kecil })
        {
            var decision = rules.Regulations.Decide(Given.Application(kind) with { Date = Given.Day(akad) }, IssuedOn(issued));
            Assert.Equal(oldEnough ? KurRuleResult.Pass : KurRuleResult.Fail, decision.Result("K26-04"));
            Assert.Equal(oldEnough ? KurOutcome.Eligible : KurOutcome.NotEligible, decision.Outcome);
        }
    }

    [Fact]
    public void The_entry_names_the_first_day_that_would_do()
    {
        var entry = rules.Regulations.Decide(Given.Application(), IssuedOn("2025-12-31")).Entry("K26-04");
        Assert.Contains("2026-06-30", entry.WouldChange, StringComparison.Ordinal);
    }

    [Fact]
    public void A_superseded_older_nib_of_the_business_counts()
    {
        var applicant = Given.Applicant(
            Given.Business() with { RegisteredOn = new DateOnly(2026, 5, 1), FirstLicensedOn = new DateOnly(2022, 5, 1) });
        Assert.Equal(KurRuleResult.Pass, rules.Regulations.Decide(Given.Application(), applicant).Result("K26-04"));
    }

    [Theory]
    [InlineData("2026-05-01", null, null, KurRuleResult.Fail)]
    [InlineData("2026-05-01", "2024-01-01", true, KurRuleResult.Pass)]
    [InlineData("2026-05-01", "2024-01-01", null, KurRuleResult.Need)]
    [InlineData("2026-05-01", "2024-01-01", false, KurRuleResult.Need)]
    [InlineData("2026-05-01", "2026-03-01", null, KurRuleResult.Fail)]
    [InlineData("2026-05-01", "2026-03-01", true, KurRuleResult.Fail)]
    [InlineData("2024-05-01", "2026-03-01", true, KurRuleResult.Pass)]
    [InlineData(null, "2024-01-01", true, KurRuleResult.Pass)]
    [InlineData(null, "2024-01-01", null, KurRuleResult.Need)]
    [InlineData(null, "2026-03-01", null, KurRuleResult.Fail)]
    [InlineData(null, null, null, KurRuleResult.Need)]
    public void The_earliest_proven_start_counts(string? issued, string? declared, bool? letter, KurRuleResult expected)
    {
        var application = Given.Application()
            .Declaring(d => d with { BusinessStartedOn = declared is null ? null : Given.Day(declared), StatementLetter = letter });
        Assert.Equal(expected, rules.Regulations.Decide(application, IssuedOn(issued)).Result("K26-04"));
    }

    [Fact]
    public void A_start_proven_by_letter_is_marked_as_declared()
    {
        var application = Given.Application()
            .Declaring(d => d with { BusinessStartedOn = new DateOnly(2024, 1, 1), StatementLetter = true });
        Assert.True(rules.Regulations.Decide(application, IssuedOn("2026-05-01")).Entry("K26-04").Declared);
        Assert.False(rules.Regulations.Decide(application, IssuedOn("2023-05-01")).Entry("K26-04").Declared);
    }

    [Theory]
    [InlineData("mentoring")]
    [InlineData("training")]
    [InlineData("group")]
    [InlineData("family")]
    public void A_young_super_mikro_business_is_excused_by_one_declared_ground(string ground)
    {
        var application = Given.Application(KurKind.SuperMikro).Declaring(d => d with
        {
            Mentoring = ground == "mentoring",
            Training = ground == "training",
            GroupMember = ground == "group",
            FamilyBusiness = ground == "family",
        });
        var decision = rules.Regulations.Decide(application, IssuedOn("2026-05-01"));
        Assert.Equal(KurRuleResult.Pass, decision.Result("K26-04"));
        Assert.Equal(KurRuleResult.Pass, decision.Result("K26-05"));
        Assert.True(decision.Entry("K26-05").Declared);
        Assert.Equal(KurOutcome.Eligible, decision.Outcome);
    }

    [Fact]
    public void A_young_super_mikro_business_without_a_ground_fails()
    {
        var decision = rules.Regulations.Decide(Given.Application(KurKind.SuperMikro), IssuedOn("2026-05-01"));
        Assert.Equal(KurRuleResult.Fail, decision.Result("K26-04"));
        Assert.Equal(KurRuleResult.Fail, decision.Result("K26-05"));
        Assert.Equal(KurOutcome.NotEligible, decision.Outcome);
    }

    [Theory]
    [InlineData("2026-06-14", true, true)]
    [InlineData("2026-06-14", false, true)]
    [InlineData("2026-06-14", null, true)]
    [InlineData("2026-06-15", true, false)]
    [InlineData("2026-06-16", true, false)]
    [InlineData(null, true, false)]
    public void A_training_begun_before_the_day_excuses_passed_or_not(string? started, bool? passed, bool excuses)
    {
        var training = new KurTrainingFact(started is null ? null : Given.Day(started), passed);
        var applicant = IssuedOn("2026-05-01") with { Trainings = [training] };
        var decision = rules.Regulations.Decide(Given.Application(KurKind.SuperMikro), applicant);
        Assert.Equal(excuses ? KurRuleResult.Pass : KurRuleResult.Fail, decision.Result("K26-05"));
        Assert.False(decision.Entry("K26-05").Declared);
    }

    [Theory]
    [InlineData(KurKind.Mikro)]
    [InlineData(KurKind.Kecil)]
    public void The_exception_is_for_super_mikro_only(KurKind kind)
    {
        var application = Given.Application(kind).Declaring(d => d with { Mentoring = true, Training = true });
        var decision = rules.Regulations.Decide(application, IssuedOn("2026-05-01"));
        Assert.Equal(KurRuleResult.Fail, decision.Result("K26-04"));
        Assert.Equal(KurRuleResult.NotApplicable, decision.Result("K26-05"));
    }

    [Fact]
    public void An_old_super_mikro_business_needs_no_exception() =>
        Assert.Equal(KurRuleResult.NotApplicable, rules.Regulations.Decide(Given.Application(KurKind.SuperMikro)).Result("K26-05"));

    [Fact]
    public void For_khusus_a_young_business_is_a_warning()
    {
        var decision = rules.Regulations.Decide(Given.Application(KurKind.Khusus), IssuedOn("2026-05-01"));
        Assert.Equal(KurRuleResult.Warn, decision.Result("K26-04"));
        Assert.Equal(KurOutcome.Eligible, decision.Outcome);
    }

    private static KurApplicant IssuedOn(string? day) =>
        Given.Applicant(Given.Business() with { RegisteredOn = day is null ? null : Given.Day(day) });

    [Theory]
    [InlineData("9999-12-31")]
    [InlineData("9999-06-30")]
    [InlineData("2026-06-16")]
    public void A_start_after_the_akad_is_young_wherever_in_the_calendar_it_lies(string start)
    {
        var application = Given.Application().Declaring(d => d with { BusinessStartedOn = Given.Day(start), StatementLetter = true });
        var decision = rules.Regulations.Decide(application, Given.Applicant(Given.Business() with { RegisteredOn = null }));
        Assert.Equal(KurRuleResult.Fail, decision.Result("K26-04"));
    }
}

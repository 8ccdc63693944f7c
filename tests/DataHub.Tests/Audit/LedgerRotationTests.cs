using DataHub.Audit;
using DataHub.Rights.Retention;
using DataHub.Testing;
using DataHub.Tests.Feeds;

namespace DataHub.Tests.Audit;

/// <summary>Months of the ledger go when their time is over and nothing holds them, and what stays can still be checked.</summary>
public sealed class LedgerRotationTests : IAsyncLifetime
{
    private static readonly DateOnly February = new(2020, 2, 1);

    private readonly YearsOfLooks fixture = new();

    public async Task InitializeAsync()
    {
        await fixture.InitializeAsync();
        await LookAsync("2020-01-15", 1);
        await LookAsync("2020-01-31", 2);
        await LookAsync("2020-02-01", 3);
        await LookAsync("2020-03-20", 1);
    }

    public Task DisposeAsync() => fixture.DisposeAsync();

    [Fact]
    public async Task What_stays_holds_after_a_month_is_gone_and_a_change_in_it_is_found()
    {
        using (var place = fixture.Place())
            Assert.Equal(["entry_2020_01"], await Rotation(place, "2025-02-01").RemoveBeforeAsync(February));
        Assert.Equal([3L, 4L], await SequencesAsync());
        var finding = await fixture.VerifyAsync();
        Assert.Null(finding.Fault);
        Assert.Equal(2, finding.Entries);
        await LookAsync("2025-02-01", 2);
        Assert.Null((await fixture.VerifyAsync()).Fault);
        await fixture.RunAsync("set audit.maintenance = on; delete from audit.entry where seq = 3");
        Assert.Equal(3, (await fixture.VerifyAsync()).Fault!.Sequence);
    }

    [Fact]
    public async Task A_month_that_is_taken_out_by_hand_is_missed()
    {
        await fixture.RunAsync("alter table audit.entry detach partition audit.entry_2020_01; drop table audit.entry_2020_01");
        Assert.Equal(1, (await fixture.VerifyAsync()).Fault!.Sequence);
    }

    [Theory]
    [InlineData("2025-01-31", "2020-02", "may go from 2025-02-01 on, now those before 2020-01 may")]
    [InlineData("2025-02-01", "2020-02", null)]
    [InlineData("2025-02-01", "2020-03", "may go from 2025-03-01 on, now those before 2020-02 may")]
    public async Task Months_whose_period_is_not_over_stay_until_the_day_that_is_told(string today, string month, string? said)
    {
        var objection = await Term(today).ObjectionAsync(DateOnly.Parse($"{month}-01"), default);
        if (said is null) Assert.Null(objection);
        else Assert.Contains(said, objection, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ledger_that_is_kept_for_good_loses_nothing()
    {
        await fixture.RunAsync("update rights.retention set months = null where name = 'ledger'");
        Assert.Contains("for good", await Term("2049-01-01").ObjectionAsync(February, default), StringComparison.Ordinal);
        Assert.Null(await Term("2049-01-01").FirstKeptAsync(default));
    }

    [Theory]
    [InlineData("person_id", "1", true)]
    [InlineData("business_id", "2", true)]
    [InlineData("retention", "'ledger'", true)]
    [InlineData("person_id", "3", false)]
    [InlineData("retention", "'loans'", false)]
    public async Task What_a_legal_hold_needs_an_entry_of_stays_until_it_is_lifted(string column, string held, bool needs)
    {
        await fixture.RunAsync(
            $"insert into rights.legal_hold ({column}, reason, placed_by, placed_at) values ({held}, 'Perkara 12/2026', 'x', '2024-05-06T20:00:00Z')");
        var objection = await Term("2025-02-01").ObjectionAsync(February, default);
        if (needs) Assert.StartsWith("1 legal hold, the first placed on 2024-05-07, needs entries of the months before 2020-02", objection, StringComparison.Ordinal);
        else Assert.Null(objection);
        using var place = fixture.Place();
        var job = new RetentionJob(fixture.DataSource, Clock("2025-02-01"), Rotation(place, "2025-02-01"));
        await job.RunAsync(isTrial: false, default);
        Assert.Equal(needs ? [1L, 2L, 3L, 4L] : [3L, 4L], await SequencesAsync());
        await fixture.RunAsync("update rights.legal_hold set lifted_at = now(), lifted_by = 'x'");
        await job.RunAsync(isTrial: false, default);
        Assert.Equal([3L, 4L], await SequencesAsync());
        Assert.Null((await fixture.VerifyAsync()).Fault);
    }

    private static FixedClock Clock(string day) => new(At(day));

    private static DateTimeOffset At(string day) => new(DateOnly.Parse(day), new TimeOnly(3, 0), TimeSpan.Zero);

    private LedgerTerm Term(string today) => new(fixture.DataSource, Clock(today));

    private LedgerRotation Rotation(LedgerPlace place, string today) => new(fixture.DataSource, place, Clock(today));

    private async Task LookAsync(string day, int business)
    {
        fixture.Clock.Now = At(day);
        await fixture.Hub.AskAsync(Callers.Bank, $"{{ business(nib: \"{business:D13}\") {{ name owner {{ name }} }} }}");
    }

    private async Task<List<long>> SequencesAsync()
    {
        await using var command = fixture.DataSource.CreateCommand("select seq from audit.entry where seq <= 4 order by seq");
        await using var reader = await command.ExecuteReaderAsync();
        var numbers = new List<long>();
        while (await reader.ReadAsync()) numbers.Add(reader.GetInt64(0));
        return numbers;
    }

    private sealed class YearsOfLooks : LedgerFixture
    {
        public FixedClock Clock { get; } = new(At("2020-01-02"));

        protected override TimeProvider Time => Clock;
    }
}

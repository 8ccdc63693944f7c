using DataHub.Credit.Regulations;
using DataHub.Testing;

namespace DataHub.Tests.Credit;

/// <summary>The snapshot of the rules: how long it is kept, and what it refuses.</summary>
public sealed class KurRegulationsStoreTests
{
    private const string ChangeBySql = """
        insert into credit.kur_setting (name, value, reason, set_by, since)
        values ('turnover.missing', 'FAIL', 'By hand.', 'dba', '2030-01-01T00:00:00Z')
        """;

    [Fact]
    public async Task A_change_by_sql_is_seen_after_30_seconds_and_no_later()
    {
        await using var database = await TestDatabase.CreateAsync();
        var time = new SteppedTime();
        using var store = new KurRegulationsStore(database.DataSource, time);
        var first = await store.GetAsync();
        await ExecuteAsync(database, ChangeBySql);
        time.Pass(TimeSpan.FromSeconds(29));
        Assert.Same(first, await store.GetAsync());
        time.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal("FAIL", (await store.GetAsync()).Setting("turnover.missing").Value);
    }

    [Theory]
    [InlineData("delete from credit.kur_setting where name = 'start.unknown'", "setting start.unknown is missing")]
    [InlineData("delete from credit.kur_setting where name = 'level.K26-04'", "setting level.K26-04 is missing")]
    [InlineData("delete from credit.kur_rule where id = 'K26-04'", "rule K26-04 is missing in V2026")]
    [InlineData("update credit.kur_rule set id = 'K26-99' where id = 'K26-04'", "rule K26-99 is not known")]
    public async Task Tables_that_differ_from_the_code_are_refused_by_name(string change, string says)
    {
        await using var database = await TestDatabase.CreateAsync();
        await ExecuteAsync(database, change);
        using var store = new KurRegulationsStore(database.DataSource, TimeProvider.System);
        var fault = await Assert.ThrowsAsync<InvalidDataException>(async () => await store.GetAsync());
        Assert.Contains(says, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_come_from_the_tables()
    {
        await using var database = await TestDatabase.CreateAsync();
        await ExecuteAsync(database, "update credit.kur_parameter set value = 60000000 where name = 'plafon.max.MIKRO'");
        await ExecuteAsync(
            database, "update credit.kur_rate set rate = 5 where regime = 'V2026' and kind = 'MIKRO' and sector_class = 'PRODUCTION'");
        using var store = new KurRegulationsStore(database.DataSource, TimeProvider.System);
        var decision = (await store.GetAsync()).Decide(Given.Application(DataHub.Credit.KurKind.Mikro, 60_000_001));
        Assert.Equal(DataHub.Credit.KurRuleResult.Fail, decision.Result("K26-03"));
        Assert.Equal(60_000_000, decision.PlafonMax);
        Assert.Equal(5, decision.Rate);
    }

    private static async Task ExecuteAsync(TestDatabase database, string sql)
    {
        await using var command = database.DataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private sealed class SteppedTime : TimeProvider
    {
        private TimeSpan passed;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Pass(TimeSpan time) => passed += time;

        public override long GetTimestamp() => passed.Ticks;
    }
}

using System.Globalization;
using DataHub.Credit;
using DataHub.Credit.Regulations;
using DataHub.Testing;
using Npgsql;

namespace DataHub.Tests.Credit;

/// <summary>Every reading is data: an operator's change changes the decision, and the entry tells of it.</summary>
public sealed class KurSettingsTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>
{
    private const string Reason = "As a test reads it.";

    private NpgsqlDataSource Source => database.DataSource;

    public static TheoryData<int> Readings => [.. Enumerable.Range(0, KurSettingScenarios.Readings.Count)];

    public static TheoryData<string> Rules => [.. KurLevelScenarios.ByRule.Keys];

    [Theory]
    [MemberData(nameof(Readings))]
    public async Task A_changed_reading_changes_the_decision(int number)
    {
        var scenario = KurSettingScenarios.Readings[number];
        using var store = new KurRegulationsStore(Source, TimeProvider.System);
        var before = await DecideAsync(store, scenario);
        Assert.Equal(scenario.Before, Text(scenario.See(before)));
        var former = await ChangeAsync(store, scenario.Name, scenario.Value);
        var after = await DecideAsync(store, scenario);
        await ChangeAsync(store, scenario.Name, former);
        Assert.Equal(scenario.After, Text(scenario.See(after)));
        Assert.Contains(before.Rules.SelectMany(entry => entry.Settings), setting => setting.Name == scenario.Name);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task A_changed_level_changes_what_breaking_the_rule_means(string rule)
    {
        var (application, applicant) = KurLevelScenarios.ByRule[rule];
        using var store = new KurRegulationsStore(Source, TimeProvider.System);
        var name = "level." + rule;
        foreach (var (word, result) in new[] { ("INFO", KurRuleResult.Info), ("WARN", KurRuleResult.Warn) })
        {
            var former = await ChangeAsync(store, name, word);
            var entry = KurDecider.Decide(application, applicant, await store.GetAsync(), Given.Asking).Entry(rule);
            await ChangeAsync(store, name, former);
            Assert.Equal(result, entry.Result);
            Assert.Equal(word, Assert.Single(entry.Settings, setting => setting.Name == name).Value);
        }
    }

    [Fact]
    public async Task Every_setting_of_the_tables_is_read_by_a_rule()
    {
        using var store = new KurRegulationsStore(Source, TimeProvider.System);
        var names = (await store.GetAsync()).Settings.Select(setting => setting.Name);
        var tried = KurSettingScenarios.Readings.Select(scenario => scenario.Name)
            .Concat(KurLevelScenarios.ByRule.Keys.Select(rule => "level." + rule)).Distinct();
        Assert.Equal(names.Order(StringComparer.Ordinal), tried.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_loan_that_is_only_probably_the_applicants_never_fails_whatever_the_level()
    {
        using var store = new KurRegulationsStore(Source, TimeProvider.System);
        var running = Given.Loan(KurKind.Mikro, "2024-01-01") with { Outstanding = 1_000_000, Kolektibilitas = 5, Certain = false };
        foreach (var rule in new[] { "K23-08", "K23-09", "K23-KOL" })
        {
            var former = await ChangeAsync(store, "level." + rule, "FAIL");
            var regulations = await store.GetAsync();
            var probable = regulations.Decide(Given.Application(), Given.Applicant(null, running));
            var certain = regulations.Decide(Given.Application(), Given.Applicant(null, running with { Certain = true }));
            await ChangeAsync(store, "level." + rule, former);
            Assert.Equal(KurRuleResult.Need, probable.Result(rule));
            Assert.Equal(KurRuleResult.Fail, certain.Result(rule));
        }
    }

    [Fact]
    public async Task A_change_is_a_row_with_who_why_and_when_and_the_former_one_stays()
    {
        using var store = new KurRegulationsStore(Source, TimeProvider.System);
        var change = new SetKurSetting(Source, store, TimeProvider.System);
        var payload = await change.ExecuteAsync(new("turnover.missing", "INFO", "  The lender asks anyway. "), "steward-1");
        Assert.Empty(payload.Errors);
        var setting = Assert.Single((await store.GetAsync()).Settings, setting => setting.Name == "turnover.missing");
        Assert.Equal(payload.Setting, setting);
        Assert.Equal(("INFO", "The lender asks anyway.", "steward-1"), (setting.Value, setting.Reason, setting.SetBy));
        await ChangeAsync(store, "turnover.missing", "NEED");
        await using var command = Source.CreateCommand(
            "select value from credit.kur_setting where name = 'turnover.missing' order by since");
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<string>();
        while (await reader.ReadAsync()) values.Add(reader.GetString(0));
        Assert.Equal(["INFO", "NEED"], values.TakeLast(2));
        Assert.Equal("NEED", values[0]);
    }

    [Theory]
    [InlineData("turnover.mising", "NEED", "why", "UNKNOWN_SETTING", "name")]
    [InlineData("turnover.missing", "need", "why", "INVALID_VALUE", "value")]
    [InlineData("turnover.missing", "", "why", "INVALID_VALUE", "value")]
    [InlineData("recipient.scales", "MIKRO,BESAR,HUGE", "why", "INVALID_VALUE", "value")]
    [InlineData("recipient.scales", "MIKRO,MIKRO", "why", "INVALID_VALUE", "value")]
    [InlineData("recipient.scales", "MIKRO, KECIL", "why", "INVALID_VALUE", "value")]
    [InlineData("collateral.sugar_cane", "0114,x", "why", "INVALID_VALUE", "value")]
    [InlineData("collateral.sugar_cane", "011400", "why", "INVALID_VALUE", "value")]
    [InlineData("level.K26-18", "FAIL", "why", "INVALID_VALUE", "value")]
    [InlineData("turnover.missing", "FAIL", " ", "REASON_MISSING", "reason")]
    public async Task A_wrong_change_is_refused_and_changes_nothing(string name, string value, string reason, string code, string field)
    {
        using var store = new KurRegulationsStore(Source, TimeProvider.System);
        var before = (await store.GetAsync()).Settings;
        var payload = await new SetKurSetting(Source, store, TimeProvider.System).ExecuteAsync(new(name, value, reason), "steward-1");
        Assert.Null(payload.Setting);
        var error = Assert.Single(payload.Errors);
        Assert.Equal((code, field), (error.Code, error.Field));
        await store.ForgetAsync();
        Assert.Equal(before, (await store.GetAsync()).Settings);
    }

    [Fact]
    public async Task Everything_wrong_with_a_change_is_told_at_once()
    {
        using var store = new KurRegulationsStore(Source, TimeProvider.System);
        var payload = await new SetKurSetting(Source, store, TimeProvider.System).ExecuteAsync(new("nothing", "x", ""), "steward-1");
        Assert.Equal(["UNKNOWN_SETTING", "REASON_MISSING"], payload.Errors.Select(error => error.Code));
    }

    private static string Text(object? seen) =>
        seen is decimal rate
            ? rate.ToString("0.##", CultureInfo.InvariantCulture)
            : Convert.ToString(seen, CultureInfo.InvariantCulture) ?? "";

    private static async Task<KurDecision> DecideAsync(KurRegulationsStore store, KurSettingScenario scenario) =>
        KurDecider.Decide(scenario.Application, scenario.Applicant, await store.GetAsync(), scenario.Asking);

    // Gives the former value back, so that a test can restore it.
    private async Task<string> ChangeAsync(KurRegulationsStore store, string name, string value)
    {
        var former = (await store.GetAsync()).Setting(name).Value;
        var payload = await new SetKurSetting(Source, store, TimeProvider.System).ExecuteAsync(new(name, value, Reason), "steward-1");
        Assert.Empty(payload.Errors);
        return former;
    }
}

using System.Text.Json;
using DataHub.Testing;

namespace DataHub.Tests.Credit;

/// <summary>KUR decisions as the contract gives them.</summary>
public sealed class KurFieldsTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private const string Decide = """
        query ($input: KurEligibilityInput!) {
          kurEligibility(input: $input) {
            outcome regime regulation date kind amount plafonMin plafonMax rate akadNumber sectorClass nib
            rules { id title article confidence result found wouldChange declared settings { name value reason setBy since } }
          }
        }
        """;

    private static readonly object Complete = new
    {
        nib = "9120000000001",
        nik = "1801212402810001",
        kind = "KECIL",
        amount = "100000001",
        date = "2026-06-15",
        declared = new
        {
            applicantType = "MICRO_SMALL_BUSINESS",
            annualTurnover = "900000000",
            turnoverEvidence = "TAX_REPORT",
            turnoverYear = 2025,
            exportDocuments = true,
            statementLetter = true,
            businessStartedOn = "2020-01-31",
            npwp = "1801212402810001",
            bpjsKetenagakerjaan = "12345678901",
            kbli = "46100",
        },
    };

    [Fact]
    public async Task A_decision_is_given_with_every_field_of_the_contract()
    {
        var decision = await AskAsync(Complete);
        Assert.Equal("ELIGIBLE", decision.GetProperty("outcome").GetString());
        Assert.Equal("V2026", decision.GetProperty("regime").GetString());
        Assert.Equal("2026-06-15", decision.GetProperty("date").GetString());
        Assert.Equal("KECIL", decision.GetProperty("kind").GetString());
        Assert.Equal("100000001", decision.GetProperty("plafonMin").GetString());
        Assert.Equal("500000000", decision.GetProperty("plafonMax").GetString());
        Assert.Equal(6, decision.GetProperty("rate").GetDecimal());
        Assert.Equal(1, decision.GetProperty("akadNumber").GetInt32());
        Assert.Equal("TRADE_EXPORT", decision.GetProperty("sectorClass").GetString());
        Assert.Equal(JsonValueKind.Null, decision.GetProperty("nib").ValueKind);
        var plafon = decision.GetProperty("rules").EnumerateArray().Single(rule => rule.GetProperty("id").GetString() == "K26-03");
        Assert.Equal("PASS", plafon.GetProperty("result").GetString());
    }

    [Fact]
    public async Task A_day_without_a_regulation_gives_an_empty_decision()
    {
        var decision = await AskAsync(new { nib = "9120000000001", kind = "MIKRO", amount = 20_000_000, date = "2026-01-12" });
        Assert.Equal("REGIME_NOT_LOADED", decision.GetProperty("outcome").GetString());
        Assert.Equal(0, decision.GetProperty("rules").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, decision.GetProperty("plafonMin").ValueKind);
    }

    [Fact]
    public async Task A_steward_changes_a_reading_and_the_next_decision_follows_it()
    {
        const string Change = """
            mutation ($input: SetKurSettingInput!) {
              setKurSetting(input: $input) { setting { name value reason setBy since } errors { code field message } }
            }
            """;
        var trial = new { name = "nib.unknown", value = "DECLARED", reason = "A trial." };
        var answer = await hub.AskAsync(Change, variables: new { input = trial });
        Assert.False(answer.HasErrors, answer.ToString());
        Assert.Equal("DECLARED", answer.Data.GetProperty("setKurSetting").GetProperty("setting").GetProperty("value").GetString());
        var decision = await AskAsync(new { nib = "9120000000001", kind = "MIKRO", amount = 20_000_000, date = "2026-06-15" });
        var legality = decision.GetProperty("rules").EnumerateArray().Single(rule => rule.GetProperty("id").GetString() == "K26-06");
        Assert.Equal("PASS", legality.GetProperty("result").GetString());
        Assert.Equal("nib.unknown", legality.GetProperty("settings")[0].GetProperty("name").GetString());
        var end = new { name = "nib.unknown", value = "AS_NONE", reason = "The trial is over." };
        await hub.AskAsync(Change, variables: new { input = end });
    }

    [Fact]
    public async Task Settings_are_listed_with_who_and_why()
    {
        var answer = await hub.AskAsync("{ kurSettings { name value reason setBy since } }");
        Assert.False(answer.HasErrors, answer.ToString());
        var settings = answer.Data.GetProperty("kurSettings").EnumerateArray().ToList();
        Assert.InRange(settings.Count, 30, 100);
        Assert.All(settings, setting => Assert.NotEmpty(setting.GetProperty("reason").GetString()!));
    }

    private async Task<JsonElement> AskAsync(object input)
    {
        var answer = await hub.AskAsync(Decide, variables: new { input });
        Assert.False(answer.HasErrors, answer.ToString() + string.Join(" ", hub.Failures));
        return answer.Data.GetProperty("kurEligibility");
    }
}

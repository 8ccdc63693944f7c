using System.Net;
using DataHub.Testing;

namespace DataHub.Api.Tests.Partners;

/// <summary>Guessing is bounded where its answer would tell, and noticed elsewhere.</summary>
public sealed class EnumerationTests : IAsyncLifetime
{
    private const string Plans = "DataHub:Budgets:Plans:watched";
    private const string OtherNik = "18710145058000";

    private PartnerHost served = null!;

    public async Task InitializeAsync()
    {
        served = await PartnerHost.StartAsync(
            ($"{Plans}:MissesPerHour", "10"), ($"{Plans}:SequentialPerHour", "8"), ($"{Plans}:MismatchesPerHour", "6"), ($"{Plans}:MismatchesPerNib", "3"),
            ($"{Plans}:NibsPerNik", "4"));
        await served.Changes.RegisterAsync(Partnership.Of("002", "BANK", "bank") with { Plan = "watched" }, "test");
        await served.Changes.RegisterAsync(Partnership.Of("008", "BANK", "other") with { Plan = "watched" }, "test");
        await served.Changes.RegisterAsync(Partnership.Of("diskop", "STEWARD", "steward"), "test");
    }

    public Task DisposeAsync() => served.DisposeAsync().AsTask();

    [Fact]
    public async Task A_guessed_NIK_of_a_NIBs_owner_is_confirmed_or_denied_a_few_times_only()
    {
        for (var guess = 10; guess < 13; guess++) Assert.Equal(HttpStatusCode.OK, (await DecideAsync("bank", Samples.FirstNib, $"{OtherNik}{guess}")).Status);
        var refused = await DecideAsync("bank", Samples.FirstNib, $"{OtherNik}13");
        Assert.Equal((HttpStatusCode.TooManyRequests, "IDENTITY_QUOTA"), (refused.Status, refused.Code));
        Assert.True(refused.Message.Headers.RetryAfter!.Delta > TimeSpan.Zero);
        Assert.DoesNotContain(OtherNik, refused.Body, StringComparison.Ordinal);
        // Right or wrong, a further guess is refused the same.
        Assert.Equal("IDENTITY_QUOTA", (await DecideAsync("bank", Samples.FirstNib, Samples.FirstNik)).Code);
        // What was answered before tells nothing new, and other clients are not concerned.
        Assert.Equal(HttpStatusCode.OK, (await DecideAsync("bank", Samples.FirstNib, $"{OtherNik}10")).Status);
        Assert.Equal(HttpStatusCode.OK, (await DecideAsync("other", Samples.FirstNib, Samples.FirstNik)).Status);
        served.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.OK, (await DecideAsync("bank", Samples.FirstNib, Samples.FirstNik)).Status);
    }

    [Fact]
    public async Task Guesses_in_one_batch_or_under_many_aliases_are_no_more_than_others()
    {
        var inputs = string.Join(' ', Enumerable.Range(10, 10).Select(guess => Input(Samples.FirstNib, $"{OtherNik}{guess}")));
        var batch = await served.AskAsync("bank", $"{{ kurEligibilities(inputs: [{inputs}]) {{ outcome }} }}");
        Assert.Equal((HttpStatusCode.TooManyRequests, "IDENTITY_QUOTA"), (batch.Status, batch.Code));
        var aliases = string.Join(' ', Enumerable.Range(10, 10).Select(guess => $"a{guess}: kurEligibility(input: {Input(Samples.FirstNib, $"{OtherNik}{guess}")}) {{ outcome }}"));
        var aliased = await served.AskAsync("other", $"{{ {aliases} }}");
        Assert.Equal((HttpStatusCode.TooManyRequests, "IDENTITY_QUOTA"), (aliased.Status, aliased.Code));
        Assert.False(aliased.HasData && aliased.Json.GetProperty("data").ValueKind == System.Text.Json.JsonValueKind.Object);
    }

    [Fact]
    public async Task Applicants_who_own_their_business_are_no_guesses()
    {
        for (var i = 0; i < 20; i++) Assert.Equal(HttpStatusCode.OK, (await DecideAsync("bank", Samples.FirstNib, Samples.FirstNik)).Status);
        Assert.DoesNotContain(served.Raised, alarm => alarm.Kind == "IDENTITY_MISMATCHES");
    }

    [Fact]
    public async Task Look_ups_that_find_nothing_raise_an_alarm_that_stewards_see()
    {
        var missing = string.Join(',', Enumerable.Range(0, 11).Select(n => $"\"{8_000_000_000_000 + (n * 7_919)}\""));
        Assert.Equal(HttpStatusCode.OK, (await served.AskAsync("bank", $"{{ businessesByNib(nibs: [{missing}]) {{ name }} }}")).Status);
        var alarm = Assert.Single(served.Raised);
        Assert.Equal(("MISSES", "bank", "002", 11, 10), (alarm.Kind, alarm.Client, alarm.Organisation, alarm.Counted, alarm.Threshold));
        const string Ask = """{ alarms(client: "bank") { number kind client organisation counted threshold } }""";
        Answer seen = await served.AskAsync("steward", Ask, "steward.all");
        for (var i = 0; i < 100 && !seen.Body.Contains("MISSES", StringComparison.Ordinal); i++)
        {
            await Task.Delay(50);
            seen = await served.AskAsync("steward", Ask, "steward.all");
        }
        Assert.Equal(
            """[{"number":1,"kind":"MISSES","client":"bank","organisation":"002","counted":11,"threshold":10}]""",
            seen.Json.GetProperty("data").GetProperty("alarms").GetRawText().Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal));
        // Once an hour.
        await served.AskAsync("bank", $"{{ businessesByNib(nibs: [{missing}]) {{ name }} }}");
        Assert.Single(served.Raised);
    }

    [Fact]
    public async Task NIBs_in_a_row_raise_an_alarm_however_they_are_asked_for()
    {
        for (var n = 1; n <= 5; n++) await served.AskAsync("bank", $$"""{ business(nib: "{{n:D13}}") { name } businessesByNib(nibs: ["{{n + 5:D13}}"]) { name } }""");
        Assert.Equal("SEQUENTIAL_NIBS", Assert.Single(served.Raised).Kind);
    }

    [Fact]
    public async Task One_NIK_with_many_NIBs_raises_an_alarm()
    {
        for (var n = 1; n <= 5; n++) await DecideAsync("bank", $"{(n * 1_234_567_891L) + 5_000_000_000_000:D13}", Samples.FirstNik);
        Assert.Equal("NIK_WITH_MANY_NIBS", Assert.Single(served.Raised).Kind);
    }

    private Task<Answer> DecideAsync(string client, string nib, string nik) =>
        served.AskAsync(client, $"{{ kurEligibility(input: {Input(nib, nik)}) {{ outcome }} }}");

    private static string Input(string nib, string nik) => $$"""{ nib: "{{nib}}", nik: "{{nik}}", kind: MIKRO, amount: "20000000" }""";
}

using System.Text.Json;

namespace DataHub.Tests.Linkage.Review;

/// <summary>Stewards set values for a time; where a value is from tells of it.</summary>
public sealed class PinTests : IAsyncLifetime
{
    private const string Answer = "{ pin { attribute value reason pinnedBy endsOn } business { name kbli sector { code } } errors { code field } }";

    private readonly DecidedWorld world = new();

    public Task InitializeAsync() => world.InitializeAsync();

    public Task DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task A_pin_stands_before_what_sources_say_and_is_told_with_its_reason()
    {
        var done = await PinAsync("name", "Binatu Rezeki Utama");
        Assert.Equal("Binatu Rezeki Utama", done.GetProperty("business").GetProperty("name").GetString());
        Assert.Equal(
            """{"attribute":"name","value":"Binatu Rezeki Utama","reason":"Akta","pinnedBy":"steward-sandbox/steward-sandbox","endsOn":"2027-01-31"}""",
            done.GetProperty("pin").GetRawText());
        Assert.Equal("PINNED  Akta Binatu Rezeki", await NameAsync());
        await world.LinkAsync();
        Assert.Equal("PINNED  Akta Binatu Rezeki", await NameAsync());
    }

    [Fact]
    public async Task A_pinned_activity_has_the_sector_of_its_code()
    {
        var business = (await PinAsync("kbli", "10761")).GetProperty("business");
        Assert.Equal("""{"name":"Binatu Rezeki","kbli":"10761","sector":{"code":"C"}}""", business.GetRawText());
    }

    [Fact]
    public async Task The_same_pin_again_changes_nothing_and_another_takes_its_place()
    {
        await PinAsync("name", "Satu");
        await PinAsync("name", "Satu");
        Assert.Equal("1", await world.World.ValueAsync("select count(*) from linkage.event where kind = 'PIN'"));
        Assert.Equal("Dua", (await PinAsync("name", "Dua")).GetProperty("business").GetProperty("name").GetString());
        Assert.Equal("1", await world.World.ValueAsync("select count(*) from linkage.pin"));
    }

    [Fact]
    public async Task An_ended_pin_leaves_the_value_to_the_sources()
    {
        await PinAsync("name", "Satu");
        var unpin = $"unpinValue(input: {{ businessId: \"{world.First}\", attribute: \"name\", reason: \"Selesai\" }})";
        Assert.Equal("Binatu Rezeki", (await world.RunAsync(unpin, Answer)).GetProperty("business").GetProperty("name").GetString());
        Assert.Equal("ONLY_SOURCE OSS  ", await NameAsync());
        Assert.Equal("NOT_PINNED", (await world.RunAsync(unpin, Answer)).GetProperty("errors")[0].GetProperty("code").GetString());
        var history = await world.AskAsync($$"""{ node(id: "{{world.First}}") { ... on Business { mergeHistory { kind attribute reason } } } }""");
        Assert.Equal(
            """[{"kind":"UNPIN","attribute":"name","reason":"Selesai"},{"kind":"PIN","attribute":"name","reason":"Akta"}]""",
            history.GetProperty("node").GetProperty("mergeHistory").GetRawText());
    }

    [Fact]
    public async Task A_pin_whose_time_is_over_is_not_told_and_the_next_pass_takes_what_sources_say()
    {
        await PinAsync("name", "Satu");
        world.World.Clock.Now += TimeSpan.FromDays(100);
        Assert.Equal("NO_RECORD_KEPT   Binatu Rezeki", await NameAsync());
        await world.LinkAsync();
        Assert.Equal("ONLY_SOURCE OSS  ", await NameAsync());
    }

    [Theory]
    [InlineData("nib", "2801255173141", "UNKNOWN_ATTRIBUTE")]
    [InlineData("kbli", "1076", "INVALID_VALUE")]
    [InlineData("kbli", "00000", "UNKNOWN_KBLI")]
    [InlineData("scale", "RAKSASA", "INVALID_VALUE")]
    [InlineData("status", "aktif", "INVALID_VALUE")]
    [InlineData("regency", "1871", "INVALID_VALUE")]
    [InlineData("regency", "99.99", "UNKNOWN_REGION")]
    [InlineData("district", "18.71.99", "UNKNOWN_REGION")]
    [InlineData("phone", "nol delapan", "INVALID_VALUE")]
    [InlineData("email", "siti.example.id", "INVALID_VALUE")]
    [InlineData("name", "", "INVALID_VALUE")]
    public async Task Values_that_the_attribute_cannot_have_are_refused(string attribute, string value, string code)
    {
        Assert.Equal(code, (await PinAsync(attribute, value)).GetProperty("errors")[0].GetProperty("code").GetString());
        Assert.Equal("0", await world.World.ValueAsync("select count(*) from linkage.pin"));
    }

    [Theory]
    [InlineData("2026-11-21", "Akta", "INVALID_PERIOD")]
    [InlineData("2030-01-01", "Akta", "INVALID_PERIOD")]
    [InlineData("2027-01-31", " ", "INVALID_TEXT")]
    [InlineData("2027-01-31", "NIK 1803124611920007", "HOLDS_NIK")]
    public async Task A_pin_has_a_reason_and_an_end(string endsOn, string reason, string code) =>
        Assert.Equal(code, (await PinAsync("name", "Satu", endsOn, reason)).GetProperty("errors")[0].GetProperty("code").GetString());

    private Task<JsonElement> PinAsync(string attribute, string value, string endsOn = "2027-01-31", string reason = "Akta") =>
        world.RunAsync(
        $"pinValue(input: {{ businessId: \"{world.First}\", attribute: \"{attribute}\", value: \"{value}\", reason: \"{reason}\", endsOn: \"{endsOn}\" }})", Answer);

    /// <summary>Rule, feed and reason of the name, and what else is said of it.</summary>
    private async Task<string> NameAsync()
    {
        var values = (await world.AskAsync(
            $$"""{ node(id: "{{world.First}}") { ... on Business { values { attribute rule feed pin { reason } alternatives { value } } } } }""")).GetProperty("node").GetProperty("values");
        var name = values.EnumerateArray().Single(value => value.GetProperty("attribute").GetString() == "name");
        var pin = name.GetProperty("pin") is { ValueKind: JsonValueKind.Object } set ? set.GetProperty("reason").GetString() : "";
        var others = string.Join(',', name.GetProperty("alternatives").EnumerateArray()
            .Select(other => other.GetProperty("value").GetString()));
        return $"{name.GetProperty("rule").GetString()} {name.GetProperty("feed").GetString()} {pin} {others}";
    }
}

using System.Net;
using System.Text.Json;

namespace DataHub.Api.Tests.Http;

/// <summary>Documents made to hurt a server: each is refused, and the same process answers the next one.</summary>
public sealed class AttackTests(HostFixture fixture) : IClassFixture<HostFixture>
{
    private readonly RunningHost host = fixture.Host;

    public static TheoryData<string, string> Attacks => new()
    {
        { "B01 selection sets, 500", Repeat("{ who ", 500) + Repeat("}", 500) },
        { "B01 selection sets, 50000, not closed", Repeat("{ who ", 50_000) },
        { "B01 inline fragments, 5000", "{" + Repeat("... {", 5_000) + " hello " + Repeat("}", 5_000) + "}" },
        { "B01 list values, 50000", "{ hello(name: " + Repeat("[", 50_000) + Repeat("]", 50_000) + ") }" },
        { "B01 object values, 5000", "{ hello(name: " + Repeat("{a:", 5_000) + "1" + Repeat("}", 5_000) + ") }" },
        { "B01 list types, 500", "query($a: " + Repeat("[", 500) + "Int" + Repeat("]", 500) + ") { hello }" },
        { "B01 defaults, 5000", "query($a: Int = " + Repeat("[", 5_000) + Repeat("]", 5_000) + ") { hello }" },
        { "B01 directive arguments, 5000", "{ hello @skip(if: " + Repeat("[", 5_000) + Repeat("]", 5_000) + ") }" },
        { "B01 type system, 5000", "type A { a: " + Repeat("[", 5_000) + "Int" + Repeat("]", 5_000) + " }" },
        { "B02 relations, 16", "{ who " + Repeat("{ friend ", 14) + "{ client }" + Repeat("}", 14) + "}" },
        {
            "B02 relations through fragments",
            "{ who { ...F0 } }" + Many(20, i => $"fragment F{i} on Who {{ friend {{ ...F{i + 1} }} }}") + "fragment F20 on Who { client }"
        },
        { "B03 101 aliases", "{" + Many(101, i => $"a{i}: hello ") + "}" },
        { "B03 10000 aliases", "{" + Many(10_000, i => $"a{i}: hello ") + "}" },
        {
            "B03 aliases in fragments",
            "{ a: who { ...F } b: who { ...F } c: who { ...F } } fragment F on Who {" + Many(40, i => $"a{i}: client ") + "}"
        },
        { "B04 20000 repeated fields", "{" + Repeat("hello ", 20_000) + "}" },
        { "B04 fields that merge in many ways", "{" + Repeat("who {" + Repeat("friend { client } ", 40) + "}", 200) + "}" },
        { "B05 51 directives in one place", "{ hello " + Repeat("@skip(if: false) ", 51) + "}" },
        { "B05 4000 directives", "{" + Repeat("hello @skip(if: false) ", 4_000) + "}" },
        { "B06 a cycle", "{ who { ...F } } fragment F on Who { friend { ...G } } fragment G on Who { friend { ...F } }" },
        {
            "B06 2^60 spreads",
            "{ who { ...F0 } }" + Many(60, i => $"fragment F{i} on Who {{ ...F{i + 1} ...F{i + 1} }}") + "fragment F60 on Who { client }"
        },
        {
            "B06 2^14 aliased relations",
            "{ who { ...F0 } }" + Many(14, i => $"fragment F{i} on Who {{ a: friend {{ ...F{i + 1} }} b: friend {{ ...F{i + 1} }} }}")
            + "fragment F14 on Who { client }"
        },
        { "B07 900 kB of fields", "{" + Repeat("hello ", 150_000) + "}" },
        { "B07 900 kB of comments", "{ hello }" + Repeat("#c\n", 220_000) },
        { "B07 900 kB of spaces", "{ hello }" + new string(' ', 900_000) },
        { "B07 a name of 900 kB", "{ " + new string('a', 900_000) + " }" },
        { "B07 a number of 900 kB", "{ hello(name: " + new string('9', 900_000) + ") }" },
        { "B07 10000 operations", Many(10_000, i => $"query q{i} {{ hello }} ") },
        { "B08 4000 variables", "query(" + Many(4_000, i => $"$v{i}: Int ") + ") { hello }" },
        { "B11 an argument of 1001 values", "{ hello(name: [" + Repeat("1,", 1_001) + "]) }" },
        { "B24 an unpaired surrogate", "{ hello(name: \"\\uD800\") }" },
        { "B24 NUL", "{ hello(name: \"\0\") \0 }" },
        { "B25 a number no type holds", "{ hello(name: 1e400) }" },
        { "B25 an integer of 40000 digits", "{ hello(name: " + new string('9', 40_000) + ") }" },
    };

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task An_attack_is_refused_and_the_host_lives(string what, string document)
    {
        var body = JsonSerializer.Serialize(new { query = document });
        foreach (var accept in new[] { "application/graphql-response+json", "application/json" })
        {
            var status = accept == "application/json" ? HttpStatusCode.OK : HttpStatusCode.BadRequest;
            var answer = await host.SendAsync(host.Post(body, accept));
            Assert.True(answer.Status == status || answer.Status == HttpStatusCode.RequestEntityTooLarge, what);
            Assert.False(answer.HasData);
            Assert.InRange(answer.Json.GetProperty("errors").GetArrayLength(), 1, 50);
        }
        Assert.Equal("""{"data":{"hello":"Hello world"}}""", (await host.QueryAsync("{ hello }")).Body);
    }

    [Theory]
    [InlineData("LIMIT_VARIABLES_BYTES", 400_000, 1)]
    [InlineData("LIMIT_LIST_ITEMS", 1, 2_000)]
    public async Task Variables_that_are_too_large_are_refused(string code, int length, int items)
    {
        var values = Enumerable.Repeat(new string('x', length), items);
        var answer = await host.SendAsync(host.Post(JsonSerializer.Serialize(new { query = "{ hello }", variables = new { values } })));
        Assert.Equal((HttpStatusCode.BadRequest, code), (answer.Status, answer.Code));
        Assert.Equal(HttpStatusCode.OK, (await host.QueryAsync("{ hello }")).Status);
    }

    [Fact]
    public async Task Introspection_that_goes_in_circles_is_refused()
    {
        var answer = await host.QueryAsync("{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }");
        Assert.Equal("LIMIT_INTROSPECTION_DEPTH", answer.Code);
        var chain = await host.QueryAsync("{ __type(name: \"Who\") {" + Repeat("ofType {", 20) + "name" + Repeat("}", 20) + "} }");
        Assert.Equal("LIMIT_DEPTH", chain.Code);
    }

    [Fact]
    public async Task A_refusal_tells_the_limit_and_the_number()
    {
        var answer = await host.QueryAsync("{" + Many(101, i => $"a{i}: hello ") + "}");
        Assert.Equal("LIMIT_ALIASES", answer.Code);
        var extensions = answer.Json.GetProperty("errors")[0].GetProperty("extensions");
        Assert.Equal((100, 101), (extensions.GetProperty("limit").GetInt32(), extensions.GetProperty("actual").GetInt32()));
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private static string Many(int count, Func<int, string> text) => string.Concat(Enumerable.Range(0, count).Select(text));
}

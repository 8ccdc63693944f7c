using System.Text.Json;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Tests.SpecCompliance;

namespace DataHub.GraphQL.Tests.Execution;

public sealed class Section_6_4_1_CoercingFieldArgumentsTests
{
    private const string Sdl = """
        enum Scale { MIKRO KECIL }
        input Example { a: String, b: Int! }
        input ExampleOneOf @oneOf { a: String, b: Int }
        input Defaults { a: Int = 1, scale: Scale! = KECIL, of: Example = { b: 2 } }
        type Query {
          example(x: Example): String
          oneOf(x: ExampleOneOf): String
          ints(x: [Int]): String
          strict(x: [Int!]): String
          nested(x: [[Int]]): String
          scale(x: Scale = MIKRO): String
          defaults(x: Defaults = {}): String
          required(x: Int! = 3): String
          enums(x: [Scale!]): String
        }
        """;

    private static TestHub Hub()
    {
        var hub = new TestHub(Sdl);
        foreach (var field in hub.Schema.Query.Fields)
            hub.From(field.Coordinate, f => f.Arguments.Count == 0 ? "absent" : JsonSerializer.Serialize(f.Arguments["x"]));
        return hub;
    }

    [Theory]
    [InlineData("example", """{ a: "abc", b: 123 }""", "", "{}", """{"a":"abc","b":123}""")]
    [InlineData("example", "{ a: null, b: 123 }", "", "{}", """{"a":null,"b":123}""")]
    [InlineData("example", "{ b: 123 }", "", "{}", """{"b":123}""")]
    [InlineData("example", "{ a: $v, b: 123 }", "$v: String", """{"v":null}""", """{"a":null,"b":123}""")]
    [InlineData("example", "{ a: $v, b: 123 }", "$v: String", "{}", """{"b":123}""")]
    [InlineData("example", "{ b: $v }", "$v: Int!", """{"v":123}""", """{"b":123}""")]
    [InlineData("example", "$v", "$v: Example", """{"v":{"b":123}}""", """{"b":123}""")]
    [InlineData("example", "$v", "$v: Example", "{}", "absent")]
    [InlineData("oneOf", """{ a: "abc" }""", "", "{}", """{"a":"abc"}""")]
    [InlineData("oneOf", "{ b: 123 }", "", "{}", """{"b":123}""")]
    [InlineData("oneOf", "{ a: $v }", "$v: String!", """{"v":"abc"}""", """{"a":"abc"}""")]
    [InlineData("ints", "[1, 2, 3]", "", "{}", "[1,2,3]")]
    [InlineData("ints", "1", "", "{}", "[1]")]
    [InlineData("ints", "null", "", "{}", "null")]
    [InlineData("ints", "[1, $v]", "$v: Int", "{}", "[1,null]")]
    [InlineData("nested", "[[1], [2, 3]]", "", "{}", "[[1],[2,3]]")]
    [InlineData("nested", "[1, 2, 3]", "", "{}", "[[1],[2],[3]]")]
    [InlineData("nested", "[1, null, 3]", "", "{}", "[[1],null,[3]]")]
    [InlineData("nested", "1", "", "{}", "[[1]]")]
    [InlineData("scale", "KECIL", "", "{}", "\"KECIL\"")]
    [InlineData("scale", "$v", "$v: Scale", "{}", "\"MIKRO\"")]
    [InlineData("scale", "$v", "$v: Scale", """{"v":null}""", "null")]
    [InlineData("defaults", "{ a: null }", "", "{}", """{"a":null,"scale":"KECIL","of":{"b":2}}""")]
    [InlineData("enums", "KECIL", "", "{}", """["KECIL"]""")]
    [Specifies("CoerceArgumentValues()")]
    public async Task An_argument_is_coerced(string field, string literal, string definitions, string variables, string coerced)
    {
        var head = definitions.Length == 0 ? "" : $"query({definitions}) ";
        var data = await Hub().DataAsync($"{head}{{ {field}(x: {literal}) }}", variables);
        Assert.Equal(coerced, JsonDocument.Parse(data).RootElement.GetProperty(field).GetString());
    }

    [Fact]
    public async Task What_is_not_given_has_its_default_or_is_absent() => Assert.Equal(
        """{"scale":"\"MIKRO\"","required":"3","ints":"absent","defaults":"{\"a\":1,\"scale\":\"KECIL\",\"of\":{\"b\":2}}"}""",
        await Hub().DataAsync("{ scale required ints defaults }"));

    [Theory]
    [InlineData("required(x: $v)", "$v: Int = 1", """{"v":null}""", "Argument \"x\" of \"Query.required\" is not valid: ")]
    [InlineData("strict(x: [$v])", "$v: Int = 1", """{"v":null}""", "Argument \"x\" of \"Query.strict\" is not valid: at \"[0]\": ")]
    [InlineData("example(x: { b: $v })", "$v: Int = 1", """{"v":null}""", "Argument \"x\" of \"Query.example\" is not valid: at \"b\": ")]
    public async Task A_null_that_only_execution_can_see_is_an_error_of_the_field(
        string field, string definition, string variables, string start)
    {
        var hub = Hub();
        var result = await hub.ExecuteAsync($"query({definition}) {{ {field} ints }}", variables);
        Assert.True(result.HasData);
        var error = Assert.Single(result.Errors);
        Assert.StartsWith(start + "Expected a value of type \"Int!\", not null.", error.Message, StringComparison.Ordinal);
        Assert.Equal([field[..field.IndexOf('(', StringComparison.Ordinal)]], error.Path!);
        Assert.Contains("\"ints\":\"absent\"", TestHub.Json(result), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Arguments_are_read_by_type()
    {
        var hub = new TestHub(Sdl);
        hub.From("Query.example", f => f.Argument<InputObject>("x") is { } x ? $"{x.Get<string>("a")}|{x.Get<int>("b")}" : null);
        hub.From("Query.enums", f => string.Join('+', f.ArgumentList<string>("x") ?? []));
        hub.From("Query.ints", f => f.ArgumentList<int>("x") is { } list ? $"{list.Sum()}" : "none");
        Assert.Equal("""{"example":"z|4","enums":"KECIL+MIKRO","ints":"6","none":"none"}""",
            await hub.DataAsync("""{ example(x: {b: 4, a: "z"}) enums(x: [KECIL, MIKRO]) ints(x: [1, 5]) none: ints }"""));
    }
}

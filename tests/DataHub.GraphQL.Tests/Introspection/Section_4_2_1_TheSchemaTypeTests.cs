using System.Text.Json;
using DataHub.GraphQL.Tests.Execution;
using DataHub.GraphQL.Types.Coordinates;

namespace DataHub.GraphQL.Tests.Introspection;

public sealed class Section_4_2_1_TheSchemaTypeTests
{
    private static readonly TestHub Full = new("""
        "What it is" schema { query: Q mutation: M subscription: S }
        type Q { a: E } type M { a: Int } type S { a: Int } enum E { A } directive @d on FIELD
        """);

    [Fact]
    public async Task The_roots_and_the_description_are_told() => Assert.Equal(
        """{"__schema":{"description":"What it is","queryType":{"name":"Q"},"mutationType":{"name":"M"},"subscriptionType":"""
        + """{"name":"S"}}}""",
        await Full.DataAsync("{ __schema { description queryType { name } mutationType { name } subscriptionType { name } } }"));

    [Fact]
    public async Task What_is_not_there_is_null() => Assert.Equal(
        """{"__schema":{"description":null,"mutationType":null,"subscriptionType":null}}""",
        await new TestHub("type Query { a: Int }")
            .DataAsync("{ __schema { description mutationType { name } subscriptionType { name } } }"));

    [Fact]
    public async Task Types_and_directives_are_listed_each_once_with_what_the_specification_brings()
    {
        var schema = JsonDocument.Parse(await Full.DataAsync("{ __schema { types { name } directives { name } } }"))
            .RootElement.GetProperty("__schema");
        string[] Names(string member) => [.. schema.GetProperty(member).EnumerateArray().Select(t => t.GetProperty("name").GetString()!)];
        string[] types =
        [
            "Boolean", "E", "Int", "M", "Q", "S", "String", "__Directive", "__DirectiveLocation", "__EnumValue", "__Field", "__InputValue",
            "__Schema", "__Type", "__TypeKind",
        ];
        Assert.Equal(types, Names("types").Order(StringComparer.Ordinal));
        Assert.Equal(["d", "deprecated", "include", "oneOf", "skip", "specifiedBy"], Names("directives").Order(StringComparer.Ordinal));
    }
}

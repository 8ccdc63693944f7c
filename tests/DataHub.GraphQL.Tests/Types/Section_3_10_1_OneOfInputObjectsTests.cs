using System.Text.Json;
using DataHub.GraphQL.Tests.Execution;
using DataHub.GraphQL.Tests.SpecCompliance;
using DataHub.GraphQL.Types;
using DataHub.GraphQL.Types.Coordinates;

namespace DataHub.GraphQL.Tests.Types;

public sealed class Section_3_10_1_OneOfInputObjectsTests
{
    private static TestHub Hub() => new TestHub("""
        input ExampleOneOfInputObject @oneOf { a: String, b: Int }
        input Outer { one: ExampleOneOfInputObject, many: [ExampleOneOfInputObject!] }
        type Query { f(x: ExampleOneOfInputObject): String, g(x: Outer): String }
        """).From("Query.f", f => JsonSerializer.Serialize(f.Arguments["x"]))
        .From("Query.g", f => JsonSerializer.Serialize(f.Arguments["x"]));

    // The table of examples of the section.
    [Theory]
    [InlineData("{ a: \"abc\" }", "", "{}", """{"a":"abc"}""")]
    [InlineData("{ b: 123 }", "", "{}", """{"b":123}""")]
    [InlineData("$var", "$var: ExampleOneOfInputObject", """{"var":{"a":"abc"}}""", """{"a":"abc"}""")]
    [InlineData("{ a: $a }", "$a: String!", """{"a":"abc"}""", """{"a":"abc"}""")]
    [Specifies("Input Coercion")]
    public async Task Exactly_one_field_is_a_value(string literal, string definitions, string variables, string coerced)
    {
        var head = definitions.Length == 0 ? "" : $"query ({definitions}) ";
        var data = JsonDocument.Parse(await Hub().DataAsync($"{head}{{ f(x: {literal}) }}", variables)).RootElement;
        Assert.Equal(coerced, data.GetProperty("f").GetString());
    }

    [Theory]
    [InlineData("{ a: null }", "", "{}")]
    [InlineData("$var", "$var: ExampleOneOfInputObject", """{"var":{"a":null}}""")]
    [InlineData("{ a: $a }", "$a: String!", "{}")]
    [InlineData("{ a: $a }", "$a: String", "{}")]
    [InlineData("{ a: $a }", "$a: String", """{"a":"abc"}""")]
    [InlineData("{ a: \"abc\", b: 123 }", "", "{}")]
    [InlineData("{ a: 456, b: \"xyz\" }", "", "{}")]
    [InlineData("$var", "$var: ExampleOneOfInputObject", """{"var":{"a":"abc","b":123}}""")]
    [InlineData("{ a: \"abc\", b: null }", "", "{}")]
    [InlineData("{ a: \"abc\", b: $b }", "$b: Int!", "{}")]
    [InlineData("{ a: \"abc\", b: $b }", "$b: Int!", """{"b":1}""")]
    [InlineData("{ a: $a, b: $b }", "$a: String!, $b: Int!", """{"a":"abc"}""")]
    [InlineData("{}", "", "{}")]
    [InlineData("$var", "$var: ExampleOneOfInputObject", """{"var":{}}""")]
    [InlineData("$var", "$var: ExampleOneOfInputObject = {}", "{}")]
    [InlineData("$var", "$var: ExampleOneOfInputObject = { a: null }", "{}")]
    [InlineData("$var", "$var: ExampleOneOfInputObject", """{"var":{"c":1}}""")]
    [InlineData("$var", "$var: ExampleOneOfInputObject", """{"var":{"a":1}}""")]
    [InlineData("$var", "$var: ExampleOneOfInputObject", """{"var":"a"}""")]
    [Specifies("Input Coercion")]
    public async Task Anything_else_is_a_request_error(string literal, string definitions, string variables)
    {
        var head = definitions.Length == 0 ? "" : $"query ({definitions}) ";
        var result = await Hub().ExecuteAsync($"{head}{{ f(x: {literal}) }}", variables);
        Assert.False(result.HasData);
        Assert.NotEmpty(result.Errors);
    }

    [Theory]
    [InlineData("{ one: { a: \"x\" }, many: [{ b: 1 }, { a: \"y\" }] }", true)]
    [InlineData("{ many: { b: 1 } }", true)]
    [InlineData("{ one: null }", true)]
    [InlineData("{ one: { a: \"x\", b: 1 } }", false)]
    [InlineData("{ many: [{ b: 1 }, {}] }", false)]
    [InlineData("{ many: [{ b: 1 }, null] }", false)]
    [Specifies("Input Coercion")]
    public async Task The_rule_holds_inside_other_inputs_too(string literal, bool isValid) =>
        Assert.Equal(isValid, (await Hub().ExecuteAsync($"{{ g(x: {literal}) }}")).HasData);

    [Fact]
    public void Introspection_and_the_schema_know_them()
    {
        var schema = Sdl.BuildWithQuery("input A @oneOf { a: Int } input B { a: Int }");
        Assert.Equal([true, false], new[] { "A", "B" }.Select(n => ((InputObjectType)schema.Type(n)!).IsOneOf));
        Assert.Contains("input A @oneOf {", SchemaPrinter.Print(schema, appliedDirectives: false), StringComparison.Ordinal);
    }
}

using System.Text.Json;
using DataHub.GraphQL.Tests.Execution;
using DataHub.GraphQL.Tests.SpecCompliance;
using DataHub.GraphQL.Types;
using DataHub.GraphQL.Types.Coordinates;

namespace DataHub.GraphQL.Tests.Types;

public sealed class Section_3_10_InputObjectsTests
{
    private static InputObjectType Input(string sdl) => Assert.IsType<InputObjectType>(Sdl.BuildWithQuery(sdl).Type("A"));

    [Theory]
    [InlineData("input A { self: A value: String }")]
    [InlineData("input A { self: [A!]! value: String }")]
    [InlineData("input A { b: B! } input B { a: A }")]
    [InlineData("input A { self: A = {self: null} }")]
    [InlineData("input A { self: A = {self: {self: null}} }")]
    [InlineData("input A { list: [A] = [] }")]
    [InlineData("input A { b: B = {} } input B { a: A }")]
    [InlineData("input A { x: Int! = 1 b: B! = {y: 1} } input B { y: Int! }")]
    [InlineData("input A { one: One = {a: 1} } input One @oneOf { a: Int b: Int }")]
    [Specifies("Circular References")]
    [Specifies("InputObjectDefaultValueHasCycle()")]
    public void Circles_that_end_are_allowed(string sdl) => Assert.False(Input(sdl).IsOneOf);

    [Theory]
    [InlineData("input A", "A: an input object type must have one input field at least")]
    [InlineData("input A { a: Int a: Int }", "A.a: there is more than one field of this name")]
    [InlineData("input A { a: Query }", "A.a: an input cannot be of type \"Query\", which is an object type")]
    [InlineData("input A { a: Int! @deprecated }",
        "A.a: it is required and so cannot be deprecated; make it nullable or give it a default value first")]
    [InlineData("input A { value: String self: A! }",
        "A: it contains itself through non-null fields (A → A), so that no value of it can be written")]
    [InlineData("input A { b: B! } input B { c: C! n: Int! } input C { a: A! }",
        "A: it contains itself through non-null fields (A → B → C → A), so that no value of it can be written")]
    [InlineData("input A { self: A = {} }", "A.self: its default value needs itself (A.self → A.self)")]
    [InlineData("input A { self: A = {self: {}} }", "A.self: its default value needs itself (A.self → A.self)")]
    [InlineData("input A { list: [A] = [{}] }", "A.list: its default value needs itself (A.list → A.list)")]
    [InlineData("input A { b: B = {} } input B { a: A = {} }", "A.b: its default value needs itself (A.b → B.a → A.b)")]
    [InlineData("input A { b: B = {c: {}} } input B { c: C } input C { a: [A] = [{}] }",
        "A.b: its default value needs itself (A.b → C.a → A.b)")]
    [InlineData("input A { b: B = {} } input B { b: Int! }", "A.b: its default value does not fit B: the field \"b\" of \"B\" is required")]
    [InlineData("input A { b: B = {c: 1} } input B { b: Int }", "A.b: its default value does not fit B: \"B\" has no field \"c\"")]
    [InlineData("input A { b: B = {b: 1, b: 2} } input B { b: Int }",
        "A.b: its default value does not fit B: the field \"b\" is given more than once")]
    [InlineData("input A { b: B = 1 } input B { b: Int }", "A.b: its default value does not fit B: \"B\" must be an object")]
    [InlineData("input A { b: B = {b: {b: [true]}} } input B { b: C } input C { b: [Int] }",
        "A.b: its default value does not fit B: Int must be a whole number")]
    [InlineData("input A { b: B = {} } input B @oneOf { b: Int }",
        "A.b: its default value does not fit B: \"B\" must have exactly one field, and not null")]
    [InlineData("input A { b: B = {b: null} } input B @oneOf { b: Int }",
        "A.b: its default value does not fit B: \"B\" must have exactly one field, and not null")]
    [InlineData("input A { b: B = {b: 1, c: 1} } input B @oneOf { b: Int c: Int }",
        "A.b: its default value does not fit B: \"B\" must have exactly one field, and not null")]
    [Specifies("Type Validation")]
    [Specifies("Circular References")]
    [Specifies("InputObjectDefaultValueHasCycle()")]
    [Specifies("InputFieldDefaultValueHasCycle()")]
    public void Wrong_input_objects_are_refused(string sdl, string fault) => Assert.Equal(fault, Sdl.Fault(sdl));

    [Fact]
    public void OneOf_is_known() => Assert.True(Input("input A @oneOf { a: Int b: [Int!] }").IsOneOf);

    [Theory]
    [InlineData("input A @oneOf { a: Int! }", "A.a: a field of a @oneOf input object must be nullable")]
    [InlineData("input A @oneOf { a: Int = 1 }", "A.a: a field of a @oneOf input object cannot have a default value")]
    [InlineData("input A @oneOf { a: Int } extend input A { b: Int! }", "A.b: a field of a @oneOf input object must be nullable")]
    [InlineData("input A { a: Int } extend input A @oneOf", "A: @oneOf cannot be added by an extension")]
    public void Wrong_OneOf_input_objects_are_refused(string sdl, string fault) => Assert.Equal(fault, Sdl.Fault(sdl));

    [Fact]
    public void Each_circle_is_told()
    {
        string[] expected =
        [
            "A: it contains itself through non-null fields (A → B → A), so that no value of it can be written (1.graphql, line 1)",
            "D: it contains itself through non-null fields (D → D), so that no value of it can be written (1.graphql, line 3)",
        ];
        Assert.Equal(expected, Sdl.Faults("input A { b: B! }\ninput B { a: A! d: D! }\ninput D { d: D! }\ntype Query { a: Int }"));
    }

    [Fact]
    public void Chains_may_be_as_long_as_a_schema_is_large()
    {
        const int length = 5_000;
        var chain = string.Concat(Enumerable.Range(0, length).Select(i => $"input A{i} {{ a: A{(i + 1) % length}! }}\n"));
        Assert.StartsWith("A0: it contains itself through non-null fields (A0 → A1 → ",
            Assert.Single(Sdl.Faults(chain, "type Query { a: Int }")), StringComparison.Ordinal);
        var open = chain.Replace($"A{length - 1} {{ a: A0! }}", $"A{length - 1} {{ a: Int! }}", StringComparison.Ordinal);
        Assert.NotNull(Sdl.BuildWithQuery(open).Type("A0"));
    }

    [Fact]
    [Specifies("Result Coercion")]
    public void Input_objects_are_never_results() => Assert.Equal(
        "B.b: a field cannot return \"A\", which is an input object type", Sdl.Fault("input A { a: Int } type B { b: [A!] }"));

    // The table of examples of the section.
    [Theory]
    [InlineData("{ a: \"abc\", b: 123 }", "", "{}", """{"a":"abc","b":123}""")]
    [InlineData("{ a: null, b: 123 }", "", "{}", """{"a":null,"b":123}""")]
    [InlineData("{ b: 123 }", "", "{}", """{"b":123}""")]
    [InlineData("{ a: $var, b: 123 }", "$var: String", """{"var":null}""", """{"a":null,"b":123}""")]
    [InlineData("{ a: $var, b: 123 }", "$var: String", "{}", """{"b":123}""")]
    [InlineData("{ b: $var }", "$var: Int!", """{"var":123}""", """{"b":123}""")]
    [InlineData("$var", "$var: Example", """{"var":{"b":123}}""", """{"b":123}""")]
    [InlineData("\"abc123\"", "", "{}", null)]
    [InlineData("$var", "$var: Example", """{"var":"abc123"}""", null)]
    [InlineData("{ a: \"abc\", b: \"123\" }", "", "{}", null)]
    [InlineData("{ a: \"abc\" }", "", "{}", null)]
    [InlineData("{ b: $var }", "$var: Int!", "{}", null)]
    [InlineData("$var", "$var: Example", """{"var":{"a":"abc"}}""", null)]
    [InlineData("{ a: \"abc\", b: null }", "", "{}", null)]
    [InlineData("{ b: $var }", "$var: Int!", """{"var":null}""", null)]
    [InlineData("{ b: 123, c: \"xyz\" }", "", "{}", null)]
    [Specifies("Input Coercion")]
    public async Task A_value_is_an_object_of_the_fields_of_the_type(string literal, string definitions, string variables, string? coerced)
    {
        var hub = new TestHub("input Example { a: String, b: Int! } type Query { f(x: Example): String }")
            .From("Query.f", f => JsonSerializer.Serialize(f.Arguments["x"]));
        var head = definitions.Length == 0 ? "" : $"query ({definitions}) ";
        var result = await hub.ExecuteAsync($"{head}{{ f(x: {literal}) }}", variables);
        Assert.Equal(coerced is not null, result.HasData);
        if (coerced is null) return;
        Assert.Equal(coerced, JsonDocument.Parse(TestHub.Json(result)).RootElement.GetProperty("data").GetProperty("f").GetString());
    }
}

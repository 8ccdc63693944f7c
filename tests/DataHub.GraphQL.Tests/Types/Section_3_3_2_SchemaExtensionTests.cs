using DataHub.GraphQL.Tests.Language;
using DataHub.GraphQL.Tests.SpecCompliance;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Tests.Types;

public sealed class Section_3_3_2_SchemaExtensionTests
{
    private const string Types =
        "type Query { a: Int } type M { a: Int } type S { a: Int } directive @d on SCHEMA directive @r repeatable on SCHEMA ";

    [Fact]
    public void Extensions_add_operations_and_directives()
    {
        var schema = Sdl.Build(Types + "schema @r { query: Query } extend schema { mutation: M subscription: S } extend schema @d @r");
        Assert.Equal(("M", "S"), (schema.Mutation?.Name, schema.Subscription?.Name));
        Assert.Equal(["r", "d", "r"], schema.AppliedDirectives.Select(d => d.Name));
    }

    // The default root types define a schema as well as words do.
    [Fact]
    public void A_schema_that_needs_no_definition_can_be_extended()
    {
        var schema = Sdl.Build(Types + "extend schema @d { mutation: M }");
        Assert.Equal(("Query", "M"), (schema.Query.Name, schema.Mutation?.Name));
    }

    [Theory]
    [InlineData("schema @d { query: Query } extend schema @d", "schema: \"@d\" is not repeatable and stands here more than once")]
    [InlineData("extend schema @d extend schema @d", "schema: \"@d\" is not repeatable and stands here more than once")]
    [InlineData("schema { query: Query mutation: M } extend schema { mutation: S }",
        "schema: the mutation root operation type is given more than once")]
    [InlineData("schema { query: Query } extend schema { query: M }", "schema: the query root operation type is given more than once")]
    [InlineData("schema { query: Query } extend schema @nothing", "schema: there is no directive \"@nothing\"")]
    [Specifies("Schema Validation")]
    public void Wrong_extensions_are_refused(string sdl, string fault) =>
        Assert.Equal([$"{fault} (1.graphql, line 1)"], Sdl.Faults(Types + sdl));

    [Fact]
    [Specifies("Schema Validation")]
    public void What_is_extended_must_be_there() => Assert.Contains(
        "schema: there is no query root operation type", Assert.Single(Sdl.Faults("extend schema { mutation: M } type M { a: Int }")),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("extend schema", "1:14")]
    [InlineData("extend schema { }", "1:17")]
    [InlineData("extend schema @d { a }", "1:20")]
    public void An_extension_brings_something(string sdl, string place) => Text.RefusedAt(place, sdl);
}

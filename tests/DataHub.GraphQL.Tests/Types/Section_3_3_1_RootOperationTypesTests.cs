using DataHub.GraphQL.Tests.SpecCompliance;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Tests.Types;

public sealed class Section_3_3_1_RootOperationTypesTests
{
    [Theory]
    [InlineData("scalar A", "schema: there is no query root operation type (1.graphql, line 1)")]
    [InlineData("type A { a: Int } schema { mutation: A }", "schema: there is no query root operation type (1.graphql, line 1)")]
    [InlineData("union Query = A type A { a: Int }",
        "schema: the query root operation type must be an object type, and \"Query\" is a union type (1.graphql, line 1)")]
    [InlineData("type Query { a: Int } interface Mutation { a: Int }",
        "schema: the mutation root operation type must be an object type, and \"Mutation\" is an interface type (1.graphql, line 1)")]
    [InlineData("type Query { a: Int } enum Subscription { A }",
        "schema: the subscription root operation type must be an object type, and \"Subscription\" is an enum type (1.graphql, line 1)")]
    [InlineData("type A { a: Int } schema { query: A subscription: A }",
        "schema: \"A\" is the root of more than one operation; root operation types must be different types (1.graphql, line 1)")]
    [InlineData("type A { a: Int } schema { query: A } extend schema { mutation: A }",
        "schema: \"A\" is the root of more than one operation; root operation types must be different types (1.graphql, line 1)")]
    [InlineData("type A { a: Int } schema { query: A } schema { query: A }",
        "schema: there must be one schema definition only (1.graphql, line 1)")]
    public void Wrong_roots_are_refused(string sdl, string fault) => Assert.Contains(fault, Sdl.Faults(sdl));

    [Fact]
    [Specifies("Default Root Operation Type Names")]
    public void Without_a_schema_definition_the_default_names_count()
    {
        var schema = Sdl.Build("type Query { a: Int } type Mutation { a: Int } type Subscription { a: Int }");
        Assert.Equal(("Query", "Mutation", "Subscription"), (schema.Query.Name, schema.Mutation?.Name, schema.Subscription?.Name));
        Assert.Null(Sdl.Build("type Query { a: Int }").Mutation);
    }

    [Fact]
    [Specifies("Default Root Operation Type Names")]
    public void With_a_schema_definition_they_do_not()
    {
        var schema = Sdl.Build(
            "schema { query: Query } type Query { v: Virus } type Virus { m: [Mutation] } type Mutation { name: String }");
        Assert.Null(schema.Mutation);
        Assert.StartsWith("schema {\n  query: Query\n}\n", SchemaPrinter.Print(schema), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("type Query { a: Int } type Mutation { a: Int }", false)]
    [InlineData("schema { query: Query mutation: Mutation } type Query { a: Int } type Mutation { a: Int }", false)]
    [InlineData("\"d\" schema { query: Query } type Query { a: Int }", true)]
    [InlineData("schema { query: Q } type Q { a: Int }", true)]
    [InlineData("schema { query: Query } type Query { a: Int } scalar Subscription", true)]
    [Specifies("Default Root Operation Type Names")]
    public void The_schema_definition_is_printed_only_when_it_says_something(string sdl, bool isPrinted) =>
        Assert.Equal(isPrinted, SchemaPrinter.Print(Sdl.Build(sdl)).Contains("schema {", StringComparison.Ordinal));
}

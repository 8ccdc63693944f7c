using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Tests.Types;

public sealed class Section_3_3_SchemaTests
{
    [Fact]
    public void Root_types_have_default_names()
    {
        var schema = Sdl.Build("type Query { a: Int }", "type Mutation { a: Int } type Subscription { a: Int }");
        Assert.Equal("Query", schema.Query.Name);
        Assert.Equal("Mutation", schema.Mutation?.Name);
        Assert.Equal("Subscription", schema.Subscription?.Name);
        Assert.Null(schema.Description);
    }

    [Fact]
    public void A_schema_definition_names_the_root_types()
    {
        var schema = Sdl.Build("""
            directive @d(n: Int) repeatable on SCHEMA
            "What it is" schema @d(n: 1) { query: Q }
            extend schema @d(n: 2) { mutation: M }
            type Q { a: Int } type M { a: Int } type Mutation { a: Int } type Subscription { a: Int }
            """);
        Assert.Equal("What it is", schema.Description);
        Assert.Equal("Q", schema.Query.Name);
        Assert.Equal("M", schema.Mutation?.Name);
        Assert.Null(schema.Subscription);
        Assert.Equal(2, schema.AppliedDirectives.Count);
    }

    [Theory]
    [InlineData("scalar A", "schema: there is no query root operation type (1.graphql, line 1)")]
    [InlineData("type Query { a: Int } schema { mutation: Query }", "schema: there is no query root operation type (1.graphql, line 1)")]
    [InlineData("type Query { a: Int } schema { query: Query mutation: Query }",
        "schema: \"Query\" is the root of more than one operation; root operation types must be different types (1.graphql, line 1)")]
    [InlineData("type Query { a: Int } type A { a: Int } schema { query: Query query: A }",
        "schema: the query root operation type is given more than once (1.graphql, line 1)")]
    [InlineData("type Query { a: Int }\nschema { query: Query }\nschema { mutation: A } type A { a: Int }",
        "schema: there must be one schema definition only (1.graphql, line 3)")]
    [InlineData("input Query { a: Int }",
        "schema: the query root operation type must be an object type, and \"Query\" is an input object type (1.graphql, line 1)")]
    [InlineData("schema { query: Nothing }", "schema: there is no type \"Nothing\" (1.graphql, line 1)")]
    [InlineData("type Query { a: Int }\n{ a }", "schema: an operation cannot stand in a schema document (1.graphql, line 2)")]
    [InlineData("type Query { a: Int } fragment F on Query { a }",
        "schema: a fragment cannot stand in a schema document (1.graphql, line 1)")]
    public void Wrong_schemas_are_refused(string sdl, string fault) => Assert.Equal([fault], Sdl.Faults(sdl));

    [Fact]
    public void No_document_is_no_schema() =>
        Assert.Equal(["schema: there is no query root operation type (unnamed document, line 1)"], Sdl.Faults());

    [Theory]
    [InlineData("type A { a: Int } enum A { B }", "A: there is more than one type of this name")]
    [InlineData("scalar Int", "Int: the specification itself brings a type of this name")]
    [InlineData("directive @d on FIELD directive @d on QUERY", "@d: there is more than one directive of this name")]
    [InlineData("directive @skip(if: Boolean) on FIELD", "@skip: this directive is built in and must be as in the specification")]
    [InlineData("scalar __A", "__A: a name must not begin with two underscores, which are reserved for introspection")]
    [InlineData("type A { __a: Int }", "A.__a: a name must not begin with two underscores, which are reserved for introspection")]
    [InlineData("type A { a(__b: Int): Int }",
        "A.a(__b:): a name must not begin with two underscores, which are reserved for introspection")]
    [InlineData("input A { __a: Int }", "A.__a: a name must not begin with two underscores, which are reserved for introspection")]
    [InlineData("enum A { __B }", "A.__B: a name must not begin with two underscores, which are reserved for introspection")]
    [InlineData("directive @__d on FIELD", "@__d: a name must not begin with two underscores, which are reserved for introspection")]
    [InlineData("directive @d(__a: Int) on FIELD",
        "@d(__a:): a name must not begin with two underscores, which are reserved for introspection")]
    public void Names_are_unique_and_not_reserved(string sdl, string fault) => Assert.Equal(fault, Sdl.Fault(sdl));

    [Fact]
    public void Built_in_directives_may_be_written_as_the_specification_has_them()
    {
        var schema = Sdl.BuildWithQuery("""
            directive @skip(if: Boolean!) on INLINE_FRAGMENT | FRAGMENT_SPREAD | FIELD
            directive @deprecated(reason: String! = "No longer supported")
              on FIELD_DEFINITION | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION | ENUM_VALUE
            """);
        Assert.True(schema.Directive("skip")?.IsBuiltIn);
        Assert.True(schema.Directive("deprecated")?.IsBuiltIn);
    }

    [Fact]
    public void All_faults_of_all_documents_are_told_at_once_in_their_order()
    {
        string[] expected =
        [
            "A.b: there is no type \"Nothing\" (1.graphql, line 2)",
            "E.F: there is more than one value of this name (1.graphql, line 4)",
            "C: there is no such type to extend (2.graphql, line 1)",
            "Query.q: there is no directive \"@nothing\" (2.graphql, line 2)",
        ];
        Assert.Equal(expected, Sdl.Faults("type A {\n  b: Nothing\n}\nenum E { F F }",
            "extend type C { a: Int }\ntype Query { q: Int @nothing }"));
    }

    [Fact]
    public void A_document_given_twice_defines_everything_twice()
    {
        var source = new Source("type Query { q: Int }", "1.graphql");
        var errors = Assert.Throws<GraphQLException>(() => SchemaBuilder.Build([source, source])).Errors;
        Assert.Equal(["Query: there is more than one type of this name (1.graphql, line 1)"], errors.Select(e => e.Message));
    }

    [Fact]
    public void Syntax_errors_of_all_documents_are_told_at_once()
    {
        string[] expected =
        [
            "Syntax error: Expected a name, found \"}\" (1.graphql, line 2)",
            "Syntax error: Unterminated string (3.graphql, line 1)",
        ];
        Assert.Equal(expected, Sdl.Faults("type A {\n}", "type Query { a: Int }", "\"x"));
    }

    [Fact]
    public void Extensions_are_merged_wherever_they_stand()
    {
        var schema = Sdl.Build(
            """
            extend type Query implements I { b: E }
            extend enum E { B }
            extend input In { b: Int }
            extend union U = B
            extend scalar S @specifiedBy(url: "u")
            """,
            """
            type Query { a(i: In): U, s: S }
            enum E { A }
            input In { a: Int }
            union U = A
            type A { a: Int }
            type B { a: Int }
            scalar S
            interface I { b: E }
            """);
        Assert.Equal(["a", "s", "b"], schema.Query.Fields.Select(f => f.Name));
        Assert.Equal(["I"], schema.Query.Interfaces.Select(f => f.Name));
        Assert.Equal(["A", "B"], Assert.IsType<EnumType>(schema.Type("E")).Values.Select(f => f.Name));
        Assert.Equal(["a", "b"], Assert.IsType<InputObjectType>(schema.Type("In")).Fields.Select(f => f.Name));
        Assert.Equal(["A", "B"], Assert.IsType<UnionType>(schema.Type("U")).Types.Select(f => f.Name));
        Assert.Equal("u", Assert.IsType<ScalarType>(schema.Type("S")).SpecifiedBy);
    }

    [Theory]
    [InlineData("extend type A @d directive @d on OBJECT", "A: there is no such type to extend")]
    [InlineData("extend type A { a: Int } enum A { B }", "A: an enum type cannot be extended as an object type")]
    [InlineData("extend scalar Int @specifiedBy(url: \"u\")", "Int: a type that the specification brings cannot be extended")]
    [InlineData("extend type __Type { a: Int }", "__Type: a type that the specification brings cannot be extended")]
    [InlineData("type A { a: Int } extend type A { a: Int }", "A.a: there is more than one field of this name")]
    [InlineData("type A @d { a: Int } extend type A @d directive @d on OBJECT",
        "A: \"@d\" is not repeatable and stands here more than once")]
    public void Impossible_extensions_are_refused(string sdl, string fault) => Assert.Equal(fault, Sdl.Fault(sdl));
}

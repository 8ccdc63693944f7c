using DataHub.GraphQL.Language;
using DataHub.GraphQL.Tests.Execution;
using DataHub.GraphQL.Tests.SpecCompliance;
using DataHub.GraphQL.Tests.Types;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Tests.Introspection;

public sealed class Section_4_2_SchemaIntrospectionTests
{
    private static readonly Schema Small = Sdl.BuildWithQuery("scalar A");

    [Fact]
    public void Every_schema_has_the_introspection_types()
    {
        string[] expected =
        [
            "__Directive", "__DirectiveLocation", "__EnumValue", "__Field", "__InputValue", "__Schema", "__Type", "__TypeKind",
        ];
        Assert.Equal(expected,
            Small.Types.Where(t => t.Name.StartsWith("__", StringComparison.Ordinal)).Select(t => t.Name).Order(StringComparer.Ordinal));
        Assert.All(expected, name => Assert.True(Small.Type(name)!.IsBuiltIn));
    }

    [Fact]
    public void Their_fields_are_as_in_the_specification()
    {
        var type = Assert.IsType<ObjectType>(Small.Type("__Type"));
        string[] expected =
        [
            "kind: __TypeKind!", "name: String", "description: String", "specifiedByURL: String", "fields: [__Field!]",
                "interfaces: [__Type!]",
            "possibleTypes: [__Type!]", "enumValues: [__EnumValue!]", "inputFields: [__InputValue!]", "ofType: __Type", "isOneOf: Boolean",
        ];
        Assert.Equal(expected, type.Fields.Select(f => $"{f.Name}: {f.Type}"));
        var argument = Assert.IsType<ObjectType>(Small.Type("__Directive")).Field("args")!.Argument("includeDeprecated")!;
        Assert.Equal("Boolean!", argument.Type.ToString());
        Assert.False(Assert.IsType<BooleanValueNode>(argument.DefaultValue).Value);
        Assert.Equal(DirectiveLocations.All, Assert.IsType<EnumType>(Small.Type("__DirectiveLocation")).Values.Select(v => v.Name));
    }

    [Fact]
    public void Only_built_in_scalars_that_are_used_are_types_of_the_schema()
    {
        Assert.Equal(["Boolean", "Int", "String"],
            Small.Types.OfType<ScalarType>().Where(t => t.IsBuiltIn).Select(t => t.Name).Order(StringComparer.Ordinal));
        Assert.NotNull(Sdl.BuildWithQuery("directive @d(a: [Float!]) on FIELD").Type("Float"));
        Assert.NotNull(Sdl.BuildWithQuery("input I { a: ID }").Type("ID"));
    }

    [Fact]
    [Specifies("Deprecation")]
    public async Task Deprecation_is_told_with_its_reason_and_left_out_by_default()
    {
        var hub = new TestHub("type Query { a: Int b: Int @deprecated(reason: \"r\") }");
        Assert.Equal("""{"__type":{"fields":[{"name":"a","isDeprecated":false}]}}""",
            await hub.DataAsync("""{ __type(name: "Query") { fields { name isDeprecated } } }"""));
        Assert.Equal("""{"__type":{"fields":[{"deprecationReason":null},{"deprecationReason":"r"}]}}""",
            await hub.DataAsync("""{ __type(name: "Query") { fields(includeDeprecated: true) { deprecationReason } } }"""));
    }

    [Fact]
    [Specifies("Stable Ordering")]
    public async Task The_order_is_that_of_the_source_each_time()
    {
        const string sdl = "type Query { z(y: Int, x: Int): E, a: U } enum E { Z A } union U = Z | A type Z { z: Int } type A { a: Int }";
        const string text = """
            { q: __type(name: "Query") { fields { name args { name } } } e: __type(name: "E") { enumValues { name } }
              u: __type(name: "U") { possibleTypes { name } } __schema { types { name } directives { name } } }
            """;
        var first = await new TestHub(sdl).DataAsync(text);
        Assert.Equal(first, await new TestHub(sdl).DataAsync(text));
        Assert.StartsWith(
            """{"q":{"fields":[{"name":"z","args":[{"name":"y"},{"name":"x"}]},{"name":"a","args":[]}]},"e":{"enumValues":[{"name":"Z"},"""
            + """{"name":"A"}]},"u":{"possibleTypes":[{"name":"Z"},{"name":"A"}]},"__schema":{"types":[{"name":"Query"},{"name":"E"},""",
            first, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Meta_fields_are_on_the_query_root_only()
    {
        var hub = new TestHub("type Query { a: Query } type Mutation { m: Int }");
        Assert.NotEmpty(await hub.ErrorsAsync("mutation { __schema { description } }"));
        Assert.NotEmpty(await hub.ErrorsAsync("mutation { __type(name: \"Query\") { name } }"));
        Assert.Equal("5.4.3 Required Arguments", Assert.Single((await hub.ExecuteAsync("{ __type { name } }")).Errors).Specification);
    }
}

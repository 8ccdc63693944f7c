using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Tests.Types;

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
}

using DataHub.GraphQL.Tests.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Tests.Types;

public sealed class Section_3_1_TypeSystemExtensionsTests
{
    [Fact]
    public void Schema_and_types_of_every_kind_can_be_extended()
    {
        var schema = Sdl.Build("""
            directive @d on SCHEMA | SCALAR
            type Query { q: Int } interface I { a: Int } union U = Query enum E { A } input In { a: Int } scalar S
            type Changes { c: Int }
            schema { query: Query }
            extend schema @d { mutation: Changes }
            extend type Query { r: Int }
            extend interface I { b: Int }
            extend union U = Changes
            extend enum E { B }
            extend input In { b: Int }
            extend scalar S @d
            """);
        Assert.Equal("Changes", schema.Mutation?.Name);
        Assert.Equal(["q", "r"], schema.Query.Fields.Select(f => f.Name));
        Assert.Equal(["a", "b"], Assert.IsType<InterfaceType>(schema.Type("I")).Fields.Select(f => f.Name));
        Assert.Equal(["Query", "Changes"], Assert.IsType<UnionType>(schema.Type("U")).Types.Select(t => t.Name));
        Assert.Equal(["A", "B"], Assert.IsType<EnumType>(schema.Type("E")).Values.Select(v => v.Name));
        Assert.Equal(["a", "b"], Assert.IsType<InputObjectType>(schema.Type("In")).Fields.Select(f => f.Name));
        Assert.Single(schema.Type("S")!.Directives);
    }

    [Fact]
    public void A_directive_cannot_be_extended() => Text.RefusedAt("1:8", "extend directive @d on FIELD");

    [Fact]
    public void An_extension_of_an_extension_is_none() => Text.RefusedAt("1:8", "extend extend type A { a: Int }");
}

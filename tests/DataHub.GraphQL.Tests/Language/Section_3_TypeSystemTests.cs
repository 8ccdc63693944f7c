using DataHub.GraphQL.Language;

namespace DataHub.GraphQL.Tests.Language;

public sealed class Section_3_TypeSystemTests
{
    [Fact]
    public void Every_definition_of_a_type_system_is_read()
    {
        var document = Text.Document("""
            "s" schema @d { query: Q mutation: M subscription: S }
            "sc" scalar Date @specifiedBy(url: "x")
            "o" type T implements & A & B @d { "f" f("a" a: Int = 1 @d, b: [Int]): Int! @d }
            interface I implements A { f: Int }
            union U @d = | A | B
            enum E { "v" V @d on }
            input In { "x" x: Int = 1 @d }
            directive @d(a: Int) repeatable on | FIELD | OBJECT
            type Empty
            """);
        Assert.Equal(9, document.Definitions.Count);
        Assert.Equal(3, Assert.IsType<SchemaDefinitionNode>(document.Definitions[0]).OperationTypes.Count);
        var type = Assert.IsType<ObjectTypeDefinitionNode>(document.Definitions[2]);
        Assert.Equal(["A", "B"], type.Interfaces.Select(i => i.Name.Value));
        Assert.Equal("f", type.Fields[0].Description?.Value);
        Assert.Equal("a", type.Fields[0].Arguments[0].Description?.Value);
        Assert.Equal(["A", "B"], Assert.IsType<UnionTypeDefinitionNode>(document.Definitions[4]).Types.Select(t => t.Name.Value));
        Assert.Equal(["V", "on"], Assert.IsType<EnumTypeDefinitionNode>(document.Definitions[5]).Values.Select(t => t.Name.Value));
        var directive = Assert.IsType<DirectiveDefinitionNode>(document.Definitions[7]);
        Assert.True(directive.IsRepeatable);
        Assert.Equal(["FIELD", "OBJECT"], directive.Locations.Select(l => l.Value));
        Assert.Empty(Assert.IsType<ObjectTypeDefinitionNode>(document.Definitions[8]).Fields);
        Assert.DoesNotContain(document.Definitions.OfType<TypeSystemNode>(), d => d.IsExtension);
    }

    [Theory]
    [InlineData("extend schema @d")]
    [InlineData("extend schema { query: Q }")]
    [InlineData("extend schema @d { query: Q }")]
    [InlineData("extend scalar S @d")]
    [InlineData("extend type T implements A")]
    [InlineData("extend type T @d")]
    [InlineData("extend type T { a: Int }")]
    [InlineData("extend interface T implements A & B")]
    [InlineData("extend interface T @d { a: Int }")]
    [InlineData("extend union U = A")]
    [InlineData("extend union U @d")]
    [InlineData("extend enum E { A }")]
    [InlineData("extend enum E @d")]
    [InlineData("extend input I { a: Int }")]
    [InlineData("extend input I @d")]
    public void Extensions_are_read(string text) =>
        Assert.True(Assert.IsAssignableFrom<TypeSystemNode>(Assert.Single(Text.Document(text).Definitions)).IsExtension);

    [Theory]
    [InlineData("extend schema", "1:14 Syntax error: Expected \"{\", found the end of the text.")]
    [InlineData("extend scalar S", "1:16 Syntax error: Expected directives that the extension adds, found the end of the text.")]
    [InlineData("extend type T",
        "1:14 Syntax error: Expected interfaces, directives or fields that the extension adds, found the end of the text.")]
    [InlineData("extend interface T",
        "1:19 Syntax error: Expected interfaces, directives or fields that the extension adds, found the end of the text.")]
    [InlineData("extend union U",
        "1:15 Syntax error: Expected directives or member types that the extension adds, found the end of the text.")]
    [InlineData("extend enum E", "1:14 Syntax error: Expected directives or values that the extension adds, found the end of the text.")]
    [InlineData("extend input I", "1:15 Syntax error: Expected directives or fields that the extension adds, found the end of the text.")]
    [InlineData("extend directive @d on FIELD", "1:8 Syntax error: Expected \"schema\" or the keyword of a type, found \"directive\".")]
    [InlineData("extend query { a }", "1:8 Syntax error: Expected \"schema\" or the keyword of a type, found \"query\".")]
    [InlineData("\"d\" extend type T @d", "1:1 Syntax error: An extension has no description.")]
    [InlineData("schema { }", "1:10 Syntax error: Expected \"query\", \"mutation\" or \"subscription\", found \"}\".")]
    [InlineData("schema { foo: Q }", "1:10 Syntax error: Expected \"query\", \"mutation\" or \"subscription\", found \"foo\".")]
    [InlineData("schema", "1:7 Syntax error: Expected \"{\", found the end of the text.")]
    [InlineData("type T {}", "1:9 Syntax error: Expected a name, found \"}\".")]
    [InlineData("type T { f(): Int }", "1:12 Syntax error: Expected a name, found \")\".")]
    [InlineData("type T { f }", "1:12 Syntax error: Expected \":\", found \"}\".")]
    [InlineData("type T implements { f: Int }", "1:19 Syntax error: Expected a name, found \"{\".")]
    [InlineData("type T implements A B { f: Int }", "1:21 Syntax error: Expected a definition, found \"B\".")]
    [InlineData("type T implements A & { f: Int }", "1:23 Syntax error: Expected a name, found \"{\".")]
    [InlineData("union U =", "1:10 Syntax error: Expected a name, found the end of the text.")]
    [InlineData("union U = || A", "1:12 Syntax error: Expected a name, found \"|\".")]
    [InlineData("enum E { true }", "1:10 Syntax error: Expected the name of an enum value, found \"true\".")]
    [InlineData("enum E { A null }", "1:12 Syntax error: Expected the name of an enum value, found \"null\".")]
    [InlineData("enum E {}", "1:9 Syntax error: Expected a name, found \"}\".")]
    [InlineData("input I {}", "1:10 Syntax error: Expected a name, found \"}\".")]
    [InlineData("input I { f(a: Int): Int }", "1:12 Syntax error: Expected \":\", found \"(\".")]
    [InlineData("directive @d on", "1:16 Syntax error: Expected a directive location, found the end of the text.")]
    [InlineData("directive @d on FIELDS", "1:17 Syntax error: Expected a directive location, found \"FIELDS\".")]
    [InlineData("directive @d repeatable FIELD", "1:25 Syntax error: Expected \"on\", found \"FIELD\".")]
    [InlineData("directive d on FIELD", "1:11 Syntax error: Expected \"@\", found \"d\".")]
    public void Broken_definitions_are_refused_at_their_place(string text, string expected) =>
        Assert.Equal(expected, Text.Show(Text.Refused(text)));
}

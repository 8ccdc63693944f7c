using DataHub.GraphQL.Language;
using DataHub.GraphQL.Tests.SpecCompliance;

namespace DataHub.GraphQL.Tests.Types;

public sealed class Section_3_13_DirectivesTests
{
    [Fact]
    [Specifies("Custom Directives")]
    public void Every_place_can_carry_its_directive()
    {
        var all = string.Join(" | ", DirectiveLocations.All);
        var schema = Sdl.Build($$"""
            directive @d(n: Int! = 0) repeatable on {{all}}
            directive @e(a: Int @d(n: 1)) on FIELD
            schema @d { query: Q }
            extend schema @d(n: 2)
            type Q @d(n: 3) { f(a: Int @d(n: 4)): Int @d(n: 5) @d(n: 6) }
            interface I @d { f: Int @d }
            union U @d = Q
            enum E @d { V @d(n: 7) }
            input In @d { f: Int @d(n: 8) }
            scalar S @d
            extend scalar S @d(n: 9)
            """);
        Assert.Equal(2, schema.AppliedDirectives.Count);
        Assert.Equal(DirectiveLocations.All, schema.Directive("d")!.Locations);
        Assert.True(schema.Directive("d")!.IsRepeatable);
        Assert.Equal(["5", "6"], schema.Query.Field("f")!.Directives.Select(d => Assert.IsType<IntValueNode>(d.Argument("n")).Value));
        Assert.Equal("4", Assert.IsType<IntValueNode>(schema.Query.Field("f")!.Argument("a")!.Directives[0].Argument("n")).Value);
        Assert.Equal(2, schema.Type("S")!.Directives.Count);
        Assert.Null(schema.Type("S")!.Directives[0].Argument("n"));
        Assert.Equal("1", Assert.IsType<IntValueNode>(schema.Directive("e")!.Argument("a")!.Directives[0].Argument("n")).Value);
    }

    [Theory]
    [InlineData("directive @d(a: Int a: Int) on FIELD", "@d(a:): there is more than one argument of this name")]
    [InlineData("directive @d(a: Query) on FIELD", "@d(a:): an input cannot be of type \"Query\", which is an object type")]
    [InlineData("directive @d(a: Nothing) on FIELD", "@d(a:): there is no type \"Nothing\"")]
    [InlineData("directive @d(a: Int = true) on FIELD", "@d(a:): its default value does not fit Int: Int must be a whole number")]
    [InlineData("directive @d(a: Int! @deprecated) on FIELD",
        "@d(a:): it is required and so cannot be deprecated; make it nullable or give it a default value first")]
    [InlineData("directive @d(a: Int @d) on ARGUMENT_DEFINITION", "@d: its definition uses itself (@d → @d)")]
    [InlineData("directive @d(a: Int @e) on ARGUMENT_DEFINITION directive @e(a: Int @d) on ARGUMENT_DEFINITION",
        "@d: its definition uses itself (@d → @e → @d)")]
    [InlineData("directive @d(a: E) on ENUM_VALUE enum E { A @d }", "@d: its definition uses itself (@d → E → @d)")]
    [InlineData("directive @d(a: S) on SCALAR scalar S @d", "@d: its definition uses itself (@d → S → @d)")]
    [InlineData("directive @d(a: I) on INPUT_FIELD_DEFINITION input I { j: [J] } input J { a: Int @d }",
        "@d: its definition uses itself (@d → I → J → @d)")]
    [Specifies("Type Validation")]
    public void Wrong_definitions_are_refused(string sdl, string fault) => Assert.Equal(fault, Sdl.Fault(sdl));

    [Fact]
    public void A_circle_through_a_directive_is_found_among_circles_of_types()
    {
        string[] expected = ["@d: its definition uses itself (@d → J → I → @d) (1.graphql, line 2)"];
        Assert.Equal(expected, Sdl.Faults("""
            directive @x(a: I) on FIELD
            directive @d(a: J) on INPUT_FIELD_DEFINITION
            input I { j: J, i: Int @d }
            input J { i: I }
            type Query { a: Int }
            """));
        Assert.NotNull(Sdl.BuildWithQuery("directive @x(a: I) on FIELD input I { j: J, i: I } input J { i: I }").Directive("x"));
    }

    [Theory]
    [InlineData("type A @d { a: Int }", "A: there is no directive \"@d\"")]
    [InlineData("type A @d { a: Int } directive @d on FIELD | INTERFACE", "A: \"@d\" cannot stand here: OBJECT is none of its locations")]
    [InlineData("type A { a: Int @skip(if: true) }", "A.a: \"@skip\" cannot stand here: FIELD_DEFINITION is none of its locations")]
    [InlineData("type A @deprecated { a: Int }", "A: \"@deprecated\" cannot stand here: OBJECT is none of its locations")]
    [InlineData("type A { a: Int @d @d } directive @d on FIELD_DEFINITION", "A.a: \"@d\" is not repeatable and stands here more than once")]
    [InlineData("type A { a: Int @d } directive @d(x: Int!) on FIELD_DEFINITION", "A.a: in \"@d\": the argument \"x\" is required")]
    [InlineData("type A { a: Int @d(x: 1) } directive @d on FIELD_DEFINITION", "A.a: in \"@d\": there is no argument \"x\"")]
    [InlineData("type A { a: Int @d(x: 1 x: 2) } directive @d(x: Int) on FIELD_DEFINITION",
        "A.a: in \"@d\": the argument \"x\" is given more than once")]
    [InlineData("type A { a(b: Int @d(x: \"1\")): Int } directive @d(x: Int) on ARGUMENT_DEFINITION",
        "A.a(b:): in \"@d\": the argument \"x\" does not fit Int: Int must be a whole number")]
    [InlineData("type A { a: Int @deprecated(reason: null) }",
        "A.a: in \"@deprecated\": the argument \"reason\" does not fit String!: String! cannot be null")]
    [InlineData("scalar A @specifiedBy", "A: in \"@specifiedBy\": the argument \"url\" is required")]
    [InlineData("enum A { B @d(x: [C]) } directive @d(x: [E!]!) on ENUM_VALUE enum E { F }",
        "A.B: in \"@d\": the argument \"x\" does not fit [E!]!: it must be one of the values of \"E\"")]
    public void Wrong_uses_are_refused(string sdl, string fault) => Assert.Equal(fault, Sdl.Fault(sdl));

    [Fact]
    [Specifies("Built-in Directives")]
    public void Built_in_directives_are_there()
    {
        var schema = Sdl.BuildWithQuery("scalar A");
        Assert.Equal(["deprecated", "include", "oneOf", "skip", "specifiedBy"],
            schema.Directives.Where(d => d.IsBuiltIn).Select(d => d.Name).Order());
    }
}

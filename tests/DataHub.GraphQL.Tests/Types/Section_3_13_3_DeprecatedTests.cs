using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Tests.Types;

public sealed class Section_3_13_3_DeprecatedTests
{
    [Fact]
    public void Fields_arguments_input_fields_and_enum_values_can_be_deprecated()
    {
        var schema = Sdl.BuildWithQuery("""
            directive @d(a: Int @deprecated(reason: "of directive")) on FIELD
            type T { f(a: Int @deprecated(reason: "of argument")): Int @deprecated(reason: "of field") }
            input In { a: Int @deprecated(reason: "of input") }
            enum E { A @deprecated(reason: "of value") B @deprecated }
            """);
        var field = ((ObjectType)schema.Type("T")!).Field("f")!;
        var values = ((EnumType)schema.Type("E")!).Values;
        Assert.Equal(
            ["of field", "of argument", "of input", "of value", "No longer supported", "of directive"],
            new List<string?>
            {
                field.DeprecationReason,
                field.Arguments[0].DeprecationReason,
                ((InputObjectType)schema.Type("In")!).Fields[0].DeprecationReason,
                values[0].DeprecationReason, values[1].DeprecationReason, schema.Directive("d")!.Arguments[0].DeprecationReason,
            });
    }

    [Theory]
    [InlineData("type A { a(b: Int! @deprecated): Int }", "A.a(b:)")]
    [InlineData("interface A { a(b: Int! @deprecated): Int }", "A.a(b:)")]
    [InlineData("input A { a: Int! @deprecated }", "A.a")]
    [InlineData("directive @a(b: [Int]! @deprecated) on FIELD", "@a(b:)")]
    public void What_is_required_cannot_be_deprecated(string sdl, string coordinate) => Assert.Equal(
        $"{coordinate}: it is required and so cannot be deprecated; make it nullable or give it a default value first", Sdl.Fault(sdl));

    [Theory]
    [InlineData("type A { a(b: Int! = 1 @deprecated): Int }")]
    [InlineData("type A { a(b: Int @deprecated): Int }")]
    [InlineData("input A { a: Int! = 1 @deprecated, b: Int @deprecated }")]
    public void What_is_optional_can(string sdl) => Assert.NotNull(Sdl.BuildWithQuery(sdl).Type("A"));

    [Theory]
    [InlineData("type A @deprecated { a: Int }", "A: \"@deprecated\" cannot stand here: OBJECT is none of its locations")]
    [InlineData("enum A @deprecated { B }", "A: \"@deprecated\" cannot stand here: ENUM is none of its locations")]
    [InlineData("type A { a: Int @deprecated(reason: null) }",
        "A.a: in \"@deprecated\": the argument \"reason\" does not fit String!: String! cannot be null")]
    [InlineData("type A { a: Int @deprecated(reason: 1) }",
        "A.a: in \"@deprecated\": the argument \"reason\" does not fit String!: String must be a string")]
    [InlineData("type A { a: Int @deprecated(why: \"\") }", "A.a: in \"@deprecated\": there is no argument \"why\"")]
    [InlineData("type A { a: Int @deprecated @deprecated }", "A.a: \"@deprecated\" is not repeatable and stands here more than once")]
    public void Its_definition_is_that_of_the_specification(string sdl, string fault) => Assert.Equal(fault, Sdl.Fault(sdl));
}

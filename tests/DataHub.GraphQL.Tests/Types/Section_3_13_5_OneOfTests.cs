using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Tests.Types;

public sealed class Section_3_13_5_OneOfTests
{
    [Fact]
    public void It_makes_an_input_object_a_OneOf_input_object() =>
        Assert.True(Assert.IsType<InputObjectType>(Sdl.BuildWithQuery("input A @oneOf { a: Int, b: ID }").Type("A")).IsOneOf);

    [Theory]
    [InlineData("type A @oneOf { a: Int }", "A: \"@oneOf\" cannot stand here: OBJECT is none of its locations")]
    [InlineData("input A { a: Int @oneOf }", "A.a: \"@oneOf\" cannot stand here: INPUT_FIELD_DEFINITION is none of its locations")]
    [InlineData("input A @oneOf(a: 1) { a: Int }", "A: in \"@oneOf\": there is no argument \"a\"")]
    [InlineData("input A @oneOf @oneOf { a: Int }", "A: \"@oneOf\" is not repeatable and stands here more than once")]
    [InlineData("directive @oneOf on OBJECT", "@oneOf: this directive is built in and must be as in the specification")]
    public void Its_definition_is_that_of_the_specification(string sdl, string fault) => Assert.Equal(fault, Sdl.Fault(sdl));

    [Fact]
    public void It_can_be_asked_for_and_is_built_in() => Assert.True(Sdl.BuildWithQuery("scalar A").Directive("oneOf")!.IsBuiltIn);
}

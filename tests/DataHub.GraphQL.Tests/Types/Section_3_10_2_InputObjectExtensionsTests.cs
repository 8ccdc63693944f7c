using DataHub.GraphQL.Tests.SpecCompliance;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Tests.Types;

public sealed class Section_3_10_2_InputObjectExtensionsTests
{
    [Fact]
    public void An_extension_adds_fields_and_directives()
    {
        var type = Assert.IsType<InputObjectType>(
            Sdl.BuildWithQuery("directive @d on INPUT_OBJECT input A { a: Int } extend input A @d { b: Int = 1 }").Type("A"));
        Assert.Equal(["a", "b"], type.Fields.Select(f => f.Name));
        Assert.Equal(["d"], type.Directives.Select(d => d.Name));
    }

    [Theory]
    [InlineData("extend input A { a: Int }", "A: there is no such type to extend")]
    [InlineData("type A { a: Int } extend input A { b: Int }", "A: an object type cannot be extended as an input object type")]
    [InlineData("input A { a: Int } extend input A { b: Int b: Int }", "A.b: there is more than one field of this name")]
    [InlineData("input A { a: Int } extend input A { a: Int }", "A.a: there is more than one field of this name")]
    [InlineData("directive @d on INPUT_OBJECT input A @d { a: Int } extend input A @d",
        "A: \"@d\" is not repeatable and stands here more than once")]
    [InlineData("input A { a: Int } extend input A @oneOf", "A: @oneOf cannot be added by an extension")]
    [InlineData("input A @oneOf { a: Int } extend input A { b: Int! }", "A.b: a field of a @oneOf input object must be nullable")]
    [InlineData("input A @oneOf { a: Int } extend input A { b: Int = 1 }",
        "A.b: a field of a @oneOf input object cannot have a default value")]
    [InlineData("input A { a: Int } extend input A { self: A! }",
        "A: it contains itself through non-null fields (A → A), so that no value of it can be written")]
    [Specifies("Type Validation")]
    public void Wrong_extensions_are_refused(string sdl, string fault) => Assert.Equal(fault, Sdl.Fault(sdl));

    [Fact]
    [Specifies("Type Validation")]
    public void A_OneOf_input_object_can_be_extended_by_nullable_fields() => Assert.Equal(
        2, ((InputObjectType)Sdl.BuildWithQuery("input A @oneOf { a: Int } extend input A { b: [Int!] }").Type("A")!).Fields.Count);
}

using DataHub.GraphQL.Tests.SpecCompliance;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Tests.Types;

public sealed class Section_3_6_3_ObjectExtensionsTests
{
    [Fact]
    public void An_extension_adds_fields_interfaces_and_directives()
    {
        var type = Assert.IsType<ObjectType>(Sdl.BuildWithQuery("""
            directive @d on OBJECT
            interface I { b: Int }
            type A { a: Int }
            extend type A { b: Int }
            extend type A implements I
            extend type A @d
            """).Type("A"));
        Assert.Equal(["a", "b"], type.Fields.Select(f => f.Name));
        Assert.Equal(["I"], type.Interfaces.Select(i => i.Name));
        Assert.Equal(["d"], type.Directives.Select(d => d.Name));
    }

    [Theory]
    [InlineData("extend type A { a: Int }", "A: there is no such type to extend")]
    [InlineData("input A { a: Int } extend type A { a: Int }", "A: an input object type cannot be extended as an object type")]
    [InlineData("type A { a: Int } extend type A { b: Int b: Int }", "A.b: there is more than one field of this name")]
    [InlineData("type A { a: Int } extend type A { a: String }", "A.a: there is more than one field of this name")]
    [InlineData("type A { a: Int } extend type A { b: Int } extend type A { b: Int }", "A.b: there is more than one field of this name")]
    [InlineData("directive @d on OBJECT type A @d { a: Int } extend type A @d",
        "A: \"@d\" is not repeatable and stands here more than once")]
    [InlineData("interface I { a: Int } type A implements I { a: Int } extend type A implements I",
        "A: the interface \"I\" is named more than once")]
    [InlineData("interface I { b: Int } type A { a: Int } extend type A implements I",
        "A: it must have a field \"b\" because it implements \"I\"")]
    [Specifies("Type Validation")]
    public void Wrong_extensions_are_refused(string sdl, string fault) => Assert.Equal(fault, Sdl.Fault(sdl));

    [Fact]
    [Specifies("Type Validation")]
    public void A_repeatable_directive_may_come_again() => Assert.Equal(
        2, Sdl.BuildWithQuery("directive @d repeatable on OBJECT type A @d { a: Int } extend type A @d").Type("A")!.Directives.Count);
}

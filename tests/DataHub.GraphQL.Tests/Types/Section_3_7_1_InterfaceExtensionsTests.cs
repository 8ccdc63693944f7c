using DataHub.GraphQL.Tests.SpecCompliance;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Tests.Types;

public sealed class Section_3_7_1_InterfaceExtensionsTests
{
    [Fact]
    public void An_extension_adds_fields_interfaces_and_directives()
    {
        var type = Assert.IsType<InterfaceType>(Sdl.BuildWithQuery("""
            directive @d on INTERFACE
            interface I { b: Int }
            interface A { a: Int }
            extend interface A implements I @d { b: Int }
            type T implements A & I { a: Int, b: Int }
            """).Type("A"));
        Assert.Equal(["a", "b"], type.Fields.Select(f => f.Name));
        Assert.Equal(["I"], type.Interfaces.Select(i => i.Name));
        Assert.Equal(["d"], type.Directives.Select(d => d.Name));
    }

    [Theory]
    [InlineData("extend interface A { a: Int }", "A: there is no such type to extend")]
    [InlineData("type A { a: Int } extend interface A { b: Int }", "A: an object type cannot be extended as an interface type")]
    [InlineData("interface A { a: Int } extend interface A { b: Int b: Int }", "A.b: there is more than one field of this name")]
    [InlineData("interface A { a: Int } extend interface A { a: Int }", "A.a: there is more than one field of this name")]
    [InlineData("interface A { a: Int } type B implements A { a: Int } extend interface A { b: Int }",
        "B: it must have a field \"b\" because it implements \"A\"")]
    [InlineData("directive @d on INTERFACE interface A @d { a: Int } extend interface A @d",
        "A: \"@d\" is not repeatable and stands here more than once")]
    [InlineData("interface I { b: Int } interface A { a: Int } extend interface A implements I",
        "A: it must have a field \"b\" because it implements \"I\"")]
    [InlineData("interface I { a: Int } interface A { a: Int } type T implements A { a: Int } extend interface A implements I",
        "T: it must implement \"I\" too, because \"A\" does")]
    [Specifies("Type Validation")]
    public void Wrong_extensions_are_refused(string sdl, string fault) => Assert.Equal(fault, Sdl.Fault(sdl));
}

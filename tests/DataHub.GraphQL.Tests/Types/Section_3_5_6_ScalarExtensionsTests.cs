using DataHub.GraphQL.Tests.SpecCompliance;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Tests.Types;

public sealed class Section_3_5_6_ScalarExtensionsTests
{
    [Fact]
    public void An_extension_adds_directives()
    {
        var type = Assert.IsType<ScalarType>(Sdl.BuildWithQuery("""
            scalar A
            extend scalar A @specifiedBy(url: "https://example.org/a")
            extend scalar A @tag(n: 1) @tag(n: 2)
            directive @tag(n: Int) repeatable on SCALAR
            """).Type("A"));
        Assert.Equal("https://example.org/a", type.SpecifiedBy);
        Assert.Equal(["specifiedBy", "tag", "tag"], type.Directives.Select(d => d.Name));
    }

    [Theory]
    [InlineData("extend scalar A @specifiedBy(url: \"u\")", "A: there is no such type to extend")]
    [InlineData("enum A { B } extend scalar A @specifiedBy(url: \"u\")", "A: an enum type cannot be extended as a scalar type")]
    [InlineData("scalar A @specifiedBy(url: \"u\") extend scalar A @specifiedBy(url: \"v\")",
        "A: \"@specifiedBy\" is not repeatable and stands here more than once")]
    [InlineData("extend scalar ID @specifiedBy(url: \"u\")", "ID: a type that the specification brings cannot be extended")]
    [Specifies("Type Validation")]
    public void Wrong_extensions_are_refused(string sdl, string fault) => Assert.Equal(fault, Sdl.Fault(sdl));
}

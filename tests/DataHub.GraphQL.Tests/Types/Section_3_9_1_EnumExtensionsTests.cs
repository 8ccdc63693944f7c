using DataHub.GraphQL.Tests.SpecCompliance;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Tests.Types;

public sealed class Section_3_9_1_EnumExtensionsTests
{
    [Fact]
    public void An_extension_adds_values_and_directives()
    {
        var type = Assert.IsType<EnumType>(
            Sdl.BuildWithQuery("directive @d on ENUM enum E { A } extend enum E @d { B @deprecated } extend enum E { C }").Type("E"));
        Assert.Equal(["A", "B", "C"], type.Values.Select(v => v.Name));
        Assert.NotNull(type.Value("B")!.DeprecationReason);
        Assert.Equal(["d"], type.Directives.Select(d => d.Name));
    }

    [Theory]
    [InlineData("extend enum E { A }", "E: there is no such type to extend")]
    [InlineData("type E { a: Int } extend enum E { A }", "E: an object type cannot be extended as an enum type")]
    [InlineData("enum E { A } extend enum E { B B }", "E.B: there is more than one value of this name")]
    [InlineData("enum E { A } extend enum E { A }", "E.A: there is more than one value of this name")]
    [InlineData("directive @d on ENUM enum E @d { A } extend enum E @d", "E: \"@d\" is not repeatable and stands here more than once")]
    [Specifies("Type Validation")]
    public void Wrong_extensions_are_refused(string sdl, string fault) => Assert.Equal(fault, Sdl.Fault(sdl));
}

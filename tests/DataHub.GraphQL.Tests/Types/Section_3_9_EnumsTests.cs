using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Tests.Types;

public sealed class Section_3_9_EnumsTests
{
    [Fact]
    public void Values_keep_what_the_document_says()
    {
        var type = Assert.IsType<EnumType>(Sdl.BuildWithQuery("enum E { \"a\" A B @deprecated(reason: \"\"\"old\"\"\") }").Type("E"));
        Assert.Equal("a", type.Value("A")?.Description);
        Assert.Equal("old", type.Value("B")?.DeprecationReason);
        Assert.Null(type.Value("C"));
    }

    [Theory]
    [InlineData("enum E", "E: an enum type must have one value at least")]
    [InlineData("enum E { A B A }", "E.A: there is more than one value of this name")]
    [InlineData("enum E { A } extend enum E { A }", "E.A: there is more than one value of this name")]
    public void Wrong_enums_are_refused(string sdl, string fault) => Assert.Equal(fault, Sdl.Fault(sdl));
}

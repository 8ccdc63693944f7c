using DataHub.GraphQL.Tests.Types;
using DataHub.GraphQL.Tests.SpecCompliance;

namespace DataHub.GraphQL.Tests.Language;

public sealed class Section_2_1_8_NamesTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("_")]
    [InlineData("__a")]
    [InlineData("A9_z")]
    [InlineData("null_")]
    [InlineData("query")]
    public void A_name_is_letters_digits_and_underscores(string name) => Assert.Equal(name, Text.Field(name).Name.Value);

    [Theory]
    [InlineData("{ 9a }", "1:4")]
    [InlineData("{ a-b }", "1:5")]
    [InlineData("{ é }", "1:3")]
    [InlineData("{ aé }", "1:4")]
    [InlineData("{ \u0430 }", "1:3")]
    public void Other_letters_make_no_name(string text, string place) => Text.RefusedAt(place, text);

    [Fact]
    public void Names_tell_capitals_from_small_letters()
    {
        var schema = Sdl.Build("type Query { name: Int Name: String NAME: ID }");
        Assert.Equal(["Int", "String", "ID"], new[] { "name", "Name", "NAME" }.Select(n => schema.Query.Field(n)!.Type.ToString()));
    }

    [Fact]
    [Specifies("Reserved Names")]
    public void Names_that_begin_with_two_underscores_can_be_asked_for_but_not_defined()
    {
        Assert.Equal("__typename", Text.Field("__typename").Name.Value);
        Assert.EndsWith("reserved for introspection", Sdl.Fault("type A { __a: Int }"), StringComparison.Ordinal);
        Assert.EndsWith("reserved for introspection", Sdl.Fault("interface __A { a: Int }"), StringComparison.Ordinal);
        Assert.NotNull(Sdl.BuildWithQuery("type _A { _a: Int, a__: Int }").Type("_A"));
    }
}

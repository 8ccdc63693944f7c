using DataHub.GraphQL.Language;

namespace DataHub.GraphQL.Tests.Language;

public sealed class Section_2_6_FieldsTests
{
    [Fact]
    public void A_field_has_name_alias_arguments_directives_and_selections()
    {
        var field = Text.Field("x: a(b: 1) @c { d }");
        Assert.Equal(("x", "a", "b", "c"),
            (field.Alias?.Value, field.Name.Value, field.Arguments[0].Name.Value, field.Directives[0].Name.Value));
        Assert.Single(field.SelectionSet!.Selections);
        var bare = Text.Field("a");
        Assert.Null(bare.Alias);
        Assert.Null(bare.SelectionSet);
        Assert.Empty(bare.Arguments);
        Assert.Empty(bare.Directives);
    }

    [Fact]
    public void Fields_nest()
    {
        var inner = Assert.IsType<FieldNode>(Text.Field("a { b { c } }").SelectionSet!.Selections[0]);
        Assert.Equal("c", Assert.IsType<FieldNode>(inner.SelectionSet!.Selections[0]).Name.Value);
    }

    [Theory]
    [InlineData("{ a { b } (c: 1) }", "1:11")]
    [InlineData("{ a @c (b: 1) { d } @e }", "1:21")]
    [InlineData("{ a.b }", "1:4")]
    [InlineData("{ a(b) }", "1:6")]
    public void The_parts_of_a_field_have_an_order(string text, string place) => Text.RefusedAt(place, text);
}

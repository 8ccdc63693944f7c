using DataHub.GraphQL.Tests.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Tests.Types;

public sealed class Section_3_4_1_WrappingTypesTests
{
    private static GraphQLType TypeOf(string text) => Sdl.Build($"type Query {{ f: {text} }}").Query.Field("f")!.Type;

    [Theory]
    [InlineData("Int")]
    [InlineData("[Int]")]
    [InlineData("Int!")]
    [InlineData("[[Int!]!]!")]
    public void A_wrapping_type_wraps_another_and_ends_at_a_named_one(string text)
    {
        var type = TypeOf(text);
        Assert.Equal(text, type.ToString());
        Assert.Equal("Int", type.Named.Name);
        Assert.Equal(text.EndsWith('!'), type.IsNonNull);
    }

    [Fact]
    public void Each_layer_can_be_taken_off()
    {
        var list = Assert.IsType<ListType>(Assert.IsType<NonNullType>(TypeOf("[Int!]!")).Of);
        Assert.Equal("Int", Assert.IsType<NonNullType>(list.Of).Of.ToString());
        Assert.Same(list.Of.Named, list.Named);
    }

    [Fact]
    public void Non_null_cannot_wrap_non_null() => Text.RefusedAt("1:21", "type Query { f: Int!! }");
}

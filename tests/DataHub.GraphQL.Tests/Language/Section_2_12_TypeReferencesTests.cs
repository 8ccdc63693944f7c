using DataHub.GraphQL.Language;
using DataHub.GraphQL.Tests.SpecCompliance;

namespace DataHub.GraphQL.Tests.Language;

public sealed class Section_2_12_TypeReferencesTests
{
    [Theory]
    [InlineData("Int")]
    [InlineData("[Int]")]
    [InlineData("Int!")]
    [InlineData("[Int!]!")]
    [InlineData("[[[T!]]!]")]
    [Specifies("Semantics")]
    public void A_type_reference_is_a_name_a_list_or_non_null(string text) => Assert.Equal(text, Printer.Print(Text.Type(text)));

    [Fact]
    public void The_outermost_wrapper_is_read_last()
    {
        var nonNull = Assert.IsType<NonNullTypeNode>(Text.Type("[A!]!"));
        var item = Assert.IsType<NonNullTypeNode>(Assert.IsType<ListTypeNode>(nonNull.Type).Type);
        Assert.Equal("A", Assert.IsType<NamedTypeNode>(item.Type).Name.Value);
    }

    [Theory]
    [InlineData("Int!!")]
    [InlineData("[]")]
    [InlineData("[Int")]
    [InlineData("!Int")]
    [InlineData("Int]")]
    [InlineData("[Int, String]")]
    [InlineData("[Int!]!!")]
    [InlineData("\"Int\"")]
    public void Other_references_are_refused(string text) => Assert.NotNull(Text.Refused(() => Text.Type(text)));
}

using DataHub.GraphQL.Language;
using DataHub.GraphQL.Tests.SpecCompliance;

namespace DataHub.GraphQL.Tests.Language;

public sealed class Section_2_1_6_IgnoredTokensTests
{
    [Theory]
    [InlineData("\uFEFF \t\r\n,#c\n")]
    [InlineData("\uFEFF\uFEFF")]
    [InlineData("#,\r,#")]
    public void Ignored_tokens_alone_are_no_document(string text) => Assert.Contains("Expected a definition", Text.Refused(text).Message,
        StringComparison.Ordinal);

    [Fact]
    [Specifies("Byte Order Mark")]
    public void A_byte_order_mark_may_stand_before_between_and_behind_tokens()
    {
        Assert.Equal(Structure.Of(Text.Document("{ a b }")), Structure.Of(Text.Document("\uFEFF{ a\uFEFFb }\uFEFF")));
        Assert.Equal("\uFEFFa", Assert.IsType<StringValueNode>(Text.Value("\"\uFEFFa\"")).Value);
        Text.RefusedAt("1:1", "\uFFFE{ a }");
    }

    [Fact]
    public void Ignored_tokens_do_not_part_a_token() => Text.RefusedAt("1:3", "{ . ..a }");
}

using DataHub.GraphQL.Language;
using DataHub.GraphQL.Tests.SpecCompliance;

namespace DataHub.GraphQL.Tests.Language;

public sealed class Section_2_10_7_ListValueTests
{
    private static string[] Items(string text) => [.. Assert.IsType<ListValueNode>(Text.Value(text)).Values.Select(Printer.Print)];

    [Fact]
    [Specifies("Semantics")]
    public void A_list_keeps_its_items_in_their_order()
    {
        Assert.Empty(Items("[]"));
        Assert.Equal(["1", "2", "3"], Items("[1, 2, 3]"));
        Assert.Equal(["[1]", "[]", "null", "1"], Items("[[1] [] null 1]"));
        Assert.Equal(["$a", "\"b\"", "C", "{ d: [2] }"], Items("[$a \"b\" C {d: [2]}]"));
    }

    [Theory]
    [InlineData("[1")]
    [InlineData("[1 : 2]")]
    [InlineData("[1]]")]
    [InlineData("[(1)]")]
    [InlineData("[1)")]
    public void Broken_lists_are_refused(string text) => Assert.NotNull(Text.RefusedValue(text));
}

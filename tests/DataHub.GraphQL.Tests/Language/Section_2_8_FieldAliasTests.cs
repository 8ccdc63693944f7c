using DataHub.GraphQL.Tests.Execution;

namespace DataHub.GraphQL.Tests.Language;

public sealed class Section_2_8_FieldAliasTests
{
    private static TestHub Hub() => new TestHub("type Query { pic(size: Int = 0): String, id: ID }")
        .From("Query.pic", f => $"{f.Argument<int>("size")}.jpg").Value("Query.id", "4");

    [Fact]
    public async Task The_alias_is_the_key_in_the_response() => Assert.Equal(
        """{"smallPic":"64.jpg","pic":"0.jpg","bigPic":"1024.jpg"}""",
        await Hub().DataAsync("{ smallPic: pic(size: 64) pic bigPic: pic(size: 1024) }"));

    [Fact]
    public async Task A_top_level_field_and_a_field_of_another_name_can_be_renamed() =>
        Assert.Equal("""{"pic":"4","id":"0.jpg"}""", await Hub().DataAsync("{ pic: id id: pic }"));

    [Fact]
    public async Task One_key_cannot_stand_for_two_things() => Assert.Contains(
        "\"pic\"", Assert.Single(await Hub().ErrorsAsync("{ pic pic: id }")), StringComparison.Ordinal);

    [Theory]
    [InlineData("{ a: }", "1:6")]
    [InlineData("{ : a }", "1:3")]
    [InlineData("{ a: ...b }", "1:6")]
    [InlineData("{ a: b: c }", "1:7")]
    public void Broken_aliases_are_refused(string text, string place) => Text.RefusedAt(place, text);
}

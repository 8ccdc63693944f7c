using System.Text.Json;
using DataHub.GraphQL.Types.Coordinates;

namespace DataHub.GraphQL.Tests.Execution;

public sealed class Section_7_1_4_ResponsePositionTests
{
    private sealed record Hero(string Name, Hero[] Friends);

    private static TestHub Hub()
    {
        var luke = new Hero("Luke", []);
        var hub = new TestHub("type Query { hero: Hero, grid: [[Int]] } type Hero { name: String, friends: [Hero], age: Int, code: Int }")
            .Value("Query.hero", new Hero("R2-D2", [luke, new Hero("Han", [luke])]))
                .Value("Query.grid", new[] { new[] { 1L }, [2L, 1L << 40] });
        return hub.Each<Hero, long>("Hero.age", h => h.Name == "Luke" ? 1L << 40 : 1);
    }

    [Theory]
    [InlineData("{ hero { friends { age } } }", "hero friends 0 age")]
    [InlineData("{ hero { heroFriends: friends { years: age } } }", "hero heroFriends 0 years")]
    [InlineData("{ grid }", "grid 1 1")]
    [InlineData("{ g: grid }", "g 1 1")]
    public async Task A_path_holds_response_names_and_indices_from_zero(string text, string path)
    {
        var result = await Hub().ExecuteAsync(text);
        var error = Assert.Single(result.Errors);
        Assert.Equal(path, string.Join(' ', error.Path!));
        Assert.All(error.Path!, segment => Assert.True(segment is string or int));
        var written = JsonDocument.Parse(TestHub.Json(result)).RootElement.GetProperty("errors")[0].GetProperty("path");
        Assert.Equal(path, string.Join(' ', written.EnumerateArray().Select(s => s.ToString())));
        Assert.All(written.EnumerateArray(), s => Assert.True(s.ValueKind is JsonValueKind.String or JsonValueKind.Number));
    }

    [Fact]
    public async Task One_field_gives_many_positions() => Assert.Equal(
        ["hero friends 0 age", "hero friends 1 friends 0 age"],
        (await Hub().ExecuteAsync("{ hero { friends { age friends { age } } } }")).Errors.Select(e => string.Join(' ', e.Path!)));
}

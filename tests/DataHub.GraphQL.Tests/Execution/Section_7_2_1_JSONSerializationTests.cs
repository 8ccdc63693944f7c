using System.Text.Json;
using DataHub.GraphQL.Types.Coordinates;

namespace DataHub.GraphQL.Tests.Execution;

public sealed class Section_7_2_1_JSONSerializationTests
{
    private static TestHub Hub() =>
        new("type Query { b: Boolean, i: Int, f: Float, s: String, e: E, l: [Int], o: Query, id: ID } enum E { UP }");

    [Fact]
    public async Task Values_are_JSON_values_of_their_kind()
    {
        var hub = Hub().Value("Query.b", true).Value("Query.i", -7).Value("Query.f", 1.5).Value("Query.s", "x").Value("Query.e", "UP")
            .Value("Query.l", new int?[] { 1, null }).Value("Query.o", (object?)null).Value("Query.id", 3);
        Assert.Equal("""{"b":true,"i":-7,"f":1.5,"s":"x","e":"UP","l":[1,null],"o":null,"id":"3"}""",
            await hub.DataAsync("{ b i f s e l o { b } id }"));
    }

    [Theory]
    [InlineData("\"quoted\" \\ back / slash")]
    [InlineData("\u0000\u0008\u001f\u007f")]
    [InlineData("line\nfeed\r\ttab \u2028 \u2029")]
    [InlineData("<script>&'é日本\uD83D\uDCA9")]
    public async Task Text_is_escaped_so_that_it_is_read_again(string text)
    {
        var data = await Hub().Value("Query.s", text).DataAsync("{ s }");
        Assert.Equal(text, JsonDocument.Parse(data).RootElement.GetProperty("s").GetString());
        Assert.DoesNotContain('\n', data);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(-0.0)]
    [InlineData(1e-300)]
    [InlineData(123456789012345.67)]
    public async Task Numbers_lose_nothing(double number)
    {
        var data = JsonDocument.Parse(await Hub().Value("Query.f", number).DataAsync("{ f }")).RootElement;
        Assert.Equal(number, data.GetProperty("f").GetDouble());
    }
}

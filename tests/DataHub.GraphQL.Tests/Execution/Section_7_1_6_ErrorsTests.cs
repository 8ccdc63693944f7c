using System.Text.Json;
using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Tests.SpecCompliance;
using DataHub.GraphQL.Types.Coordinates;

namespace DataHub.GraphQL.Tests.Execution;

public sealed class Section_7_1_6_ErrorsTests
{
    private sealed record Friend(string Id, string? Name);

    private static TestHub Hub(string nameType) => new TestHub($$"""
        type Query { hero: Hero } type Hero { name: String, friends: [Friend] } type Friend { id: ID, name: {{nameType}} }
        """).Value("Query.hero", new Hero("R2-D2", [new Friend("1000", "Luke"), new Friend("1002", null), new Friend("1003", "Leia")]))
        .Resolve("Friend.name", (context, parents) =>
        {
            var names = ((ObjectRowSet<Friend>)parents).Items.Select(f => f.Name!).ToArray();
            var error = new GraphQLError("Name for character with ID 1002 could not be fetched.", "NOT_FETCHED");
            return new(new ResolvedField { Values = new ArrayColumn<string>(names), Errors = [new RowError(1, error)] });
        });

    private sealed record Hero(string Name, Friend[] Friends);

    private const string Text = """
        {
          hero {
            name
            heroFriends: friends {
              id
              name
            }
          }
        }
        """;

    [Theory]
    [InlineData("String", """{"id":"1002","name":null}""")]
    [InlineData("String!", "null")]
    [Specifies("Execution Errors")]
    [Specifies("Error Result Format")]
    public async Task An_error_has_message_locations_and_the_path_where_it_was_raised(string nameType, string second) => Assert.Equal(
        """{"errors":[{"message":"Name for character with ID 1002 could not be fetched.","locations":[{"line":6,"column":7}],"path":"""
        + """["hero","heroFriends",1,"name"],"extensions":{"code":"NOT_FETCHED"}}],"data":{"hero":{"name":"R2-D2","heroFriends":["""
        + "{\"id\":\"1000\",\"name\":\"Luke\"}," + second + ",{\"id\":\"1003\",\"name\":\"Leia\"}]}}}",
        await Hub(nameType).AnswerAsync(Text));

    [Fact]
    [Specifies("Execution Errors")]
    public async Task Siblings_go_on_and_nothing_below_the_error_is_executed()
    {
        var hub = new TestHub("type Query { bad: Hero, good: Int } type Hero { name: String }").Value("Query.good", 1)
            .Resolve("Query.bad", (_, _) => throw new GraphQLException(new GraphQLError("No", "NO"))).Value("Hero.name", "never");
        Assert.EndsWith("\"data\":{\"bad\":null,\"good\":1}}", await hub.AnswerAsync("{ bad { name } good }"), StringComparison.Ordinal);
        Assert.Equal(0, hub.Calls("Hero.name"));
    }

    [Theory]
    [InlineData("{ hero { nothing } }", "1:10")]
    [InlineData("{ hero {", "1:9")]
    [InlineData("query ($x: String!) {\n  hero @skip(if: $x) { name } }", "1:8")]
    [InlineData("{\n  hero @unknown { name } }", "2:8")]
    [Specifies("Request Errors")]
    [Specifies("Error Result Format")]
    public async Task A_request_error_stops_the_request_and_has_a_place_but_no_path(string text, string place)
    {
        var result = await Hub("String").ExecuteAsync(text);
        Assert.False(result.HasData);
        var error = result.Errors[0];
        Assert.Equal(place, $"{error.Locations[0].Line}:{error.Locations[0].Column}");
        Assert.Null(error.Path);
        Assert.NotEmpty(error.Message);
    }

    [Fact]
    [Specifies("Error Result Format")]
    public async Task What_is_additional_stands_in_extensions()
    {
        var errors = JsonDocument.Parse(await Hub("String").AnswerAsync(Text)).RootElement.GetProperty("errors");
        Assert.Equal(["message", "locations", "path", "extensions"], errors[0].EnumerateObject().Select(p => p.Name));
    }
}

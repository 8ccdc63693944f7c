using DataHub.GraphQL.Errors;

namespace DataHub.GraphQL.Tests.Execution;

public sealed class Section_6_2_ExecutingOperationsTests
{
    private sealed record Place(string Name, int Size);

    private static TestHub Hub() => new TestHub("""
        type Query { place: Place, n: Int } type Mutation { place: Place }
        type Place { name: String, size: Int, region: Place }
        """).Value("Query.place", new Place("here", 1)).Value("Mutation.place", new Place("there", 2)).Value("Query.n", 3)
        .Each<Place, Place>("Place.region", p => new Place(p.Name + "+", p.Size + 1));

    [Fact]
    public async Task Every_selected_field_is_executed_until_there_are_no_more_subfields() => Assert.Equal(
        """{"place":{"name":"here","region":{"size":2,"region":{"name":"here++"}}},"n":3}""",
        await Hub().DataAsync("{ place { name region { size region { name } } } n }"));

    [Theory]
    [InlineData("query { place { name } }", """{"place":{"name":"here"}}""")]
    [InlineData("mutation { place { name } }", """{"place":{"name":"there"}}""")]
    public async Task The_kind_of_operation_chooses_the_root_type(string text, string data) =>
        Assert.Equal(data, await Hub().DataAsync(text));

    [Fact]
    public async Task A_subscription_answers_with_a_stream_not_with_a_response()
    {
        var hub = new TestHub("type Query { n: Int } type Subscription { n: Int }");
        var result = await hub.ExecuteAsync("subscription { n }");
        Assert.False(result.HasData);
        Assert.Equal(ErrorCodes.Operation, Assert.Single(result.Errors).Code);
    }
}

using DataHub.GraphQL.Tests.Execution;

namespace DataHub.GraphQL.Tests.Language;

public sealed class Section_2_9_1_TypeConditionsTests
{
    private const string People = """
        type Query { profiles: [Profile] me: User }
        interface Profile { handle: String }
        type User implements Profile { handle: String, friends: Int }
        type Page implements Profile { handle: String, likers: Int }
        """;

    private sealed record User(string Handle, int Friends);

    private sealed record Page(string Handle, int Likers);

    private static TestHub Hub()
    {
        var hub = new TestHub(People);
        return hub.Value("Query.profiles", new object[] { new User("zuck", 1234), new Page("cocacola", 90) })
            .Value("Query.me", new User("me", 3));
    }

    [Fact]
    public async Task A_fragment_answers_only_for_objects_of_its_type() => Assert.Equal(
        """{"profiles":[{"handle":"zuck","friends":1234},{"handle":"cocacola","likers":90}]}""",
        await Hub().DataAsync("""
            { profiles { handle ...userFragment ...pageFragment } }
            fragment userFragment on User { friends }
            fragment pageFragment on Page { likers }
            """));

    [Fact]
    public async Task A_fragment_on_an_interface_answers_for_its_objects() =>
        Assert.Equal("""{"me":{"handle":"me"}}""", await Hub().DataAsync("{ me { ...f } } fragment f on Profile { handle }"));

    [Theory]
    [InlineData("fragment F T { a }", "1:12")]
    [InlineData("fragment F on { a }", "1:15")]
    [InlineData("fragment F on [T] { a }", "1:15")]
    [InlineData("fragment F on T! { a }", "1:16")]
    [InlineData("{ ... on { a } }", "1:10")]
    public void A_type_condition_is_a_named_type(string text, string place) => Text.RefusedAt(place, text);
}

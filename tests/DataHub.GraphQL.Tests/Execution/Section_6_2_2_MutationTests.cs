using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Tests.SpecCompliance;

namespace DataHub.GraphQL.Tests.Execution;

public sealed class Section_6_2_2_MutationTests
{
    private const string Sdl = """
        type Query { n: Int }
        type Mutation { change(to: Int!): Change! tryChange(to: Int!): Change }
        type Change { number: Int, detail: Detail }
        type Detail { number: Int }
        """;

    private sealed record Change(int Number);

    private sealed record Detail(int Number);

    private int number;

    /// <summary>The number below a change is read when its own level is resolved, so a later change would show in it.</summary>
    private TestHub Hub()
    {
        var hub = new TestHub(Sdl);
        hub.Resolve("Mutation.change", async (context, _) =>
        {
            await Task.Yield();
            number = context.Field.Argument<int>("to");
            return ObjectRowSet.Resolve([new Change(number)], hub.Field("Mutation.change"), hub.Schema);
        });
        hub.Resolve("Mutation.tryChange", (_, _) => throw new GraphQLException(new GraphQLError("Refused", "REFUSED")));
        hub.Each<Change, Detail>("Change.detail", _ => new Detail(number));
        hub.Each<Detail, int>("Detail.number", _ => number);
        return hub;
    }

    [Fact]
    [Specifies("ExecuteMutation()")]
    public async Task Root_fields_run_one_after_the_other_with_all_below_them() => Assert.Equal(
        """{"first":{"number":1,"detail":{"number":1}},"second":{"number":3,"detail":{"number":3}},"third":{"number":"""
        + """2,"detail":{"number":2}}}""",
        await Hub().DataAsync("""
            mutation {
              first: change(to: 1) { ...Below }
              second: change(to: 3) { ...Below }
              third: change(to: 2) { ...Below }
            }
            fragment Below on Change { number detail { number } }
            """));

    [Fact]
    public async Task A_root_field_that_fails_does_not_keep_the_next_from_running()
    {
        var answer = await Hub().AnswerAsync("mutation { tryChange(to: 1) { number } change(to: 2) { number } }");
        Assert.Contains("""
            "path":["tryChange"]
            """.Trim(), answer, StringComparison.Ordinal);
        Assert.EndsWith("""
            "data":{"tryChange":null,"change":{"number":2}}}
            """.Trim(), answer, StringComparison.Ordinal);
    }
}

using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Tests.Execution;

public sealed class Section_6_3_4_NormalAndSerialExecutionTests
{
    private sealed record Change(int Number);

    private static TestHub Hub(List<string> log)
    {
        var hub = new TestHub("""
            type Query { a: Change, b: Change }
            type Mutation { changeTheNumber(newNumber: Int!): Change } type Change { theNumber: Int, later: Int }
            """);
        ValueTask<ResolvedField> Logged<T>(string coordinate, string text, T[] values)
        {
            log.Add(text);
            return new(ObjectRowSet.Resolve(values, hub.Field(coordinate), hub.Schema));
        }
        hub.Resolve("Mutation.changeTheNumber", async (context, _) =>
        {
            await Task.Yield();
            var number = context.Field.Argument<int>("newNumber");
            return await Logged("Mutation.changeTheNumber", $"change {number}", [new Change(number)]);
        });
        hub.Resolve("Query.a", (_, _) => Logged("Query.a", "a", [new Change(1)]));
        hub.Resolve("Query.b", (_, _) => Logged("Query.b", "b", [new Change(2)]));
        hub.Resolve("Change.theNumber", (_, parents) => Logged("Change.theNumber",
            "below " + string.Join('+', ((ObjectRowSet<Change>)parents).Items.Select(c => c.Number)),
            ((ObjectRowSet<Change>)parents).Items.Select(c => c.Number).ToArray()));
        return hub;
    }

    [Fact]
    public async Task A_mutation_finishes_each_root_field_with_all_below_it_before_the_next()
    {
        var log = new List<string>();
        var data = await Hub(log).DataAsync("""
            mutation {
              first: changeTheNumber(newNumber: 1) { theNumber }
              second: changeTheNumber(newNumber: 3) { theNumber }
              third: changeTheNumber(newNumber: 2) { theNumber }
            }
            """);
        Assert.Equal("""{"first":{"theNumber":1},"second":{"theNumber":3},"third":{"theNumber":2}}""", data);
        Assert.Equal(["change 1", "below 1", "change 3", "below 3", "change 2", "below 2"], log);
    }

    [Fact]
    public async Task The_order_of_a_mutation_is_that_of_the_collected_fields()
    {
        var log = new List<string>();
        await Hub(log).DataAsync("""
            mutation { ...F x: changeTheNumber(newNumber: 1) { theNumber } y: changeTheNumber(newNumber: 2) { theNumber } }
            fragment F on Mutation { y: changeTheNumber(newNumber: 2) { theNumber } }
            """);
        Assert.Equal(["change 2", "below 2", "change 1", "below 1"], log);
    }

    [Fact]
    public async Task A_query_may_take_its_fields_in_any_order_parents_first()
    {
        var log = new List<string>();
        Assert.Equal("""{"b":{"theNumber":2},"a":{"theNumber":1}}""", await Hub(log).DataAsync("{ b { theNumber } a { theNumber } }"));
        Assert.Equal(["b", "a"], log.Take(2));
        Assert.All(log.Skip(2), entry => Assert.StartsWith("below", entry, StringComparison.Ordinal));
    }
}

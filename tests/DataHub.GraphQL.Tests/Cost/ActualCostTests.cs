using DataHub.GraphQL.Cost;
using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Tests.Execution;

namespace DataHub.GraphQL.Tests.Cost;

/// <summary>What came back is what is paid for.</summary>
public sealed class ActualCostTests
{
    private const string Sdl = """
        interface Pet { name: String }
        type Cat implements Pet { name: String friend: Cat }
        type Dog implements Pet @cost(weight: "3") { name: String }
        scalar Big @cost(weight: "2")
        type Query {
          pets(first: Int!): [Pet] @listSize(slicingArguments: ["first"])
          cats: [Cat] @listSize(assumedSize: 5)
          short: [Cat] @listSize(assumedSize: 1)
          grid: [[Cat]] @listSize(assumedSize: 5)
          big: [Big] @listSize(assumedSize: 4)
          expensive: Int @cost(weight: "40")
        }
        """;

    private sealed record Cat(string Name, Cat? Friend = null);

    private sealed record Dog(string Name);

    private static TestHub Hub(Purse? purse = null)
    {
        var tom = new Cat("Tom");
        return CostHub.Of(Sdl, purse)
            .Value("Query.pets", new object[] { tom, new Dog("Rex"), new Cat("Kit") })
            .Value("Query.cats", new Cat?[] { tom, null, new Cat("Kit", tom) })
            .Value("Query.short", new[] { tom, tom, tom })
            .Value("Query.grid", new[] { new[] { tom, new Cat("Kit") }, [], [new Cat("Sam")] })
            .Value("Query.big", new[] { "a", "b" });
    }

    [Theory]
    // The query and the field are one each; then what the field gave.
    [InlineData("{ pets(first: 10) { name } }", 1 + 3 + 5)]
    [InlineData("{ cats { name } }", 1 + 1 + 2)]
    [InlineData("{ cats { friend { name } } }", 1 + 1 + 2 + 2 + 1)]
    [InlineData("{ grid { name } }", 1 + 1 + 3)]
    [InlineData("{ a: cats { name } b: cats { name } }", 1 + 3 + 3)]
    [InlineData("{ pets(first: 10) { ... on Cat { friend { name } } } }", 1 + 3 + 5 + 2)]
    public async Task Objects_that_came_back_are_counted(string query, double actual)
    {
        var cost = await Hub().RunAsync(query);
        Assert.Equal(actual, cost.Actual);
        Assert.InRange(cost.Actual, 0, cost.Requested);
    }

    [Fact]
    public async Task Values_of_a_scalar_with_a_weight_are_counted() => Assert.Equal((1 + 8, 1 + 4), await Hub().RunAsync("{ big }"));

    [Fact]
    public async Task An_object_at_several_places_counts_at_each_and_one_that_was_read_ahead_does_not_count()
    {
        var hub = Hub();
        // Three rows, of which the answer shows the first twice and the last never.
        hub.Resolve("Query.cats", (_, _) => new(ResolvedField.Many(
            ObjectRowSet.Of([new Cat("A", new Cat("F")), new Cat("B", new Cat("F")), new Cat("C", new Cat("F"))], hub.Schema),
            [0, 3],
            [0, 0, 1])));
        var cost = await hub.RunAsync("{ cats { friend { name } } }");
        Assert.Equal(1 + 1 + 3 + 3 + 3, cost.Actual);
    }

    [Fact]
    public async Task What_was_not_used_goes_back_and_what_was_too_much_is_taken()
    {
        var purse = new Purse(100);
        var result = await Hub(purse).ExecuteAsync("{ cats { name } }");
        Assert.Equal((7, 4, 3), (result.Cost!.Requested, result.Cost.Actual, result.Cost.Refunded));
        Assert.Equal(96, purse.Left);
        // The list is longer than its @listSize says.
        result = await Hub(purse).ExecuteAsync("{ short { name } }");
        Assert.Equal((3, 5, -2), (result.Cost!.Requested, result.Cost.Actual, result.Cost.Refunded));
        Assert.Equal(91, purse.Left);
    }

    [Fact]
    public async Task A_field_that_fails_was_run_all_the_same()
    {
        var hub = Hub().Resolve("Query.expensive", (_, _) => throw new GraphQLException(new GraphQLError("no", "NO")));
        Assert.Equal(41, (await hub.RunAsync("{ expensive }")).Actual);
    }
}

namespace DataHub.GraphQL.Tests.Cost;

/// <summary>The examples of https://ibm.github.io/graphql-specs/cost-spec.html, by their numbers there.</summary>
public sealed class IbmSpecificationTests
{
    private sealed record User(string Name, int Age);

    [Fact]
    public async Task Examples_1_to_3_five_users_are_asked_for_and_three_are_there()
    {
        var hub = CostHub.Of("""
            type User { name: String age: Int @cost(weight: "2.0") }
            type Query { users(max: Int): [User] @listSize(slicingArguments: ["max"]) }
            """).Value("Query.users", new User[] { new("A", 33), new("B", 45), new("C", 27) });
        var totals = await hub.ExplainAsync("query Example { users(max: 5) { age } }");
        Assert.Equal(11, totals.Field);
        Assert.Equal(1 + 5, totals.Type);
        Assert.Equal((11 + 6, 7 + 4), await hub.RunAsync("query Example { users(max: 5) { age } }"));
    }

    [Fact]
    public async Task Example_10_an_argument_weighs_when_it_is_given()
    {
        var hub = CostHub.Of("""
            input Filter { field: String }
            type Query { topProducts(filter: Filter @cost(weight: "15.0")): [String] @cost(weight: "5.0") @listSize(assumedSize: 10) }
            """);
        Assert.Equal(5, await hub.FieldCostAsync("{ topProducts }"));
        Assert.Equal(20, await hub.FieldCostAsync("{ topProducts(filter: {}) }"));
    }

    [Fact]
    public async Task Example_11_a_negative_weight_makes_a_field_cheaper()
    {
        var hub = CostHub.Of("""
            input Approximate { field: String }
            type Product { name: String }
            type Query { mostPopularProduct(approx: Approximate @cost(weight: "-3.0")): Product @cost(weight: "5.0") }
            """);
        Assert.Equal(5, await hub.FieldCostAsync("{ mostPopularProduct { name } }"));
        Assert.Equal(2, await hub.FieldCostAsync("{ mostPopularProduct(approx: {}) { name } }"));
    }

    [Fact]
    public async Task Example_12_an_input_field_weighs_within_its_argument()
    {
        var hub = CostHub.Of("""
            input Approximate { field: String }
            input Filter { approx: Approximate @cost(weight: "-12.0") }
            type Query { topProducts(filter: Filter @cost(weight: "15.0")): [String] @cost(weight: "5.0") @listSize(assumedSize: 10) }
            """);
        Assert.Equal(20, await hub.FieldCostAsync("{ topProducts(filter: {}) }"));
        Assert.Equal(8, await hub.FieldCostAsync("{ topProducts(filter: { approx: {} }) }"));
    }

    [Fact]
    public async Task Example_13_arguments_of_directives_weigh_on_the_field()
    {
        var hub = CostHub.Of("""
            directive @approx(tolerance: Float! @cost(weight: "-1.0")) on FIELD
            type Query { a: Int @cost(weight: "5") b: Int }
            """);
        Assert.Equal(4, await hub.FieldCostAsync("{ a @approx(tolerance: 0.5) }"));
        Assert.Equal(4, await hub.FieldCostAsync("query($t: Float!) { a @approx(tolerance: $t) }", """{"t": 0.1}"""));
        Assert.Equal(0, await hub.FieldCostAsync("{ b @approx(tolerance: 0.5) }"));
    }

    [Fact]
    public async Task Examples_16_and_17_sizes_are_assumed_or_sliced()
    {
        var hub = CostHub.Of("""
            type Product { name: String }
            type Query {
              topProducts: [Product] @listSize(assumedSize: 10)
              users(max: Int!): [Product] @listSize(slicingArguments: ["max"])
              last(first: Int = 7, last: Int): [Product] @listSize(slicingArguments: ["first", "last"])
            }
            """);
        Assert.Equal(1 + 10, await hub.TypeCostAsync("{ topProducts { name } }"));
        Assert.Equal(1 + 3, await hub.TypeCostAsync("{ users(max: 3) { name } }"));
        Assert.Equal(1 + 7, await hub.TypeCostAsync("{ last { name } }"));
        Assert.Equal(1 + 7, await hub.TypeCostAsync("{ last(last: 2) { name } }"));
        Assert.Equal(1 + 20, await hub.TypeCostAsync("{ last(last: 20) { name } }"));
    }

    [Fact]
    public async Task Example_18_sized_fields_take_the_size_of_the_field_above()
    {
        var hub = CostHub.Of("""
            type Film { title: String }
            type FilmEdge { cursor: ID node: Film }
            type PageInfo { hasNextPage: Boolean }
            type FilmConnection { edges: [FilmEdge] pageInfo: PageInfo }
            type Query {
              films(first: Int, after: ID, last: Int, before: ID): FilmConnection
                @listSize(slicingArguments: ["first", "last"], sizedFields: ["edges"])
            }
            """);
        // One query, one connection, four edges with a film each, one page info.
        var totals = await hub.ExplainAsync("{ films(first: 4) { edges { node { title } } pageInfo { hasNextPage } } }");
        Assert.Equal(1 + 1 + 4 + 4 + 1, totals.Type);
        Assert.Equal(1 + 1 + 4 + 1, totals.Field);
    }
}

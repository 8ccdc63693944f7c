namespace DataHub.GraphQL.Tests.Cost;

public sealed class WeightTests
{
    [Fact]
    public async Task A_weight_on_a_type_counts_for_its_objects_and_for_fields_without_a_weight_of_their_own()
    {
        var hub = CostHub.Of("""
            type Heavy @cost(weight: "4") { name: String }
            type Query { own: Heavy @cost(weight: "0.5") inherited: Heavy }
            """);
        var own = await hub.ExplainAsync("{ own { name } }");
        Assert.Equal((0.5, 5), (own.Field, own.Type));
        var inherited = await hub.ExplainAsync("{ inherited { name } }");
        Assert.Equal((4, 5), (inherited.Field, inherited.Type));
    }

    [Fact]
    public async Task A_weight_on_a_scalar_or_an_enum_counts_for_each_value()
    {
        var hub = CostHub.Of("""
            scalar Picture @cost(weight: "2")
            enum Colour @cost(weight: "0.25") { RED }
            type Query { picture: Picture pictures: [Picture] @listSize(assumedSize: 3) colours: [Colour] @listSize(assumedSize: 4) }
            """);
        Assert.Equal(1 + 2, await hub.TypeCostAsync("{ picture }"));
        Assert.Equal(1 + 6, await hub.TypeCostAsync("{ pictures }"));
        Assert.Equal(1 + 1, await hub.TypeCostAsync("{ colours }"));
    }

    [Fact]
    public async Task An_abstract_type_costs_what_its_dearest_member_does()
    {
        var hub = CostHub.Of("""
            interface Pet { name: String }
            type Cat implements Pet { name: String lives: Int @cost(weight: "9") }
            type Dog implements Pet @cost(weight: "3") { name: String bark: Int @cost(weight: "1") }
            union Animal = Cat | Dog
            type Query { pet: Pet animals(first: Int!): [Animal] @listSize(slicingArguments: ["first"]) }
            """);
        // The field's weight is that of the heaviest member, three; a cat is one and its lives nine, a dog three and its bark one.
        var pet = await hub.ExplainAsync("{ pet { name ... on Cat { lives } ... on Dog { bark } } }");
        Assert.Equal((3 + 9, 1 + 1), (pet.Field, pet.Type));
        var dog = await hub.ExplainAsync("{ pet { ... on Dog { bark } } }");
        Assert.Equal((3 + 1, 1 + 3), (dog.Field, dog.Type));
        var animals = await hub.ExplainAsync("{ animals(first: 10) { ... on Cat { lives } } }");
        Assert.Equal((3 + 90, 1 + 10), (animals.Field, animals.Type));
    }

    [Fact]
    public async Task Fields_that_are_left_out_or_merged_cost_as_executed()
    {
        var hub = CostHub.Of("""type Query { a: Int @cost(weight: "5") b: Int @cost(weight: "7") }""");
        Assert.Equal(5, await hub.FieldCostAsync("{ a ...F a } fragment F on Query { a }"));
        Assert.Equal(10, await hub.FieldCostAsync("{ a other: a }"));
        const string conditional = "query($b: Boolean!) { a b @include(if: $b) }";
        Assert.Equal(12, await hub.FieldCostAsync(conditional, """{"b": true}"""));
        Assert.Equal(5, await hub.FieldCostAsync(conditional, """{"b": false}"""));
    }

    [Fact]
    public async Task A_list_without_a_size_counts_as_ten_and_lists_in_lists_multiply()
    {
        var hub = CostHub.Of("""
            type Cell { value: Int }
            type Query { row: [Cell] grid: [[Cell]] @listSize(assumedSize: 3) nested: [Row] @listSize(assumedSize: 4) }
            type Row { cells: [Cell] @listSize(assumedSize: 5) }
            """);
        Assert.Equal(1 + 10, await hub.TypeCostAsync("{ row { value } }"));
        Assert.Equal(1 + 30, await hub.TypeCostAsync("{ grid { value } }"));
        Assert.Equal(1 + 4 + 20, await hub.TypeCostAsync("{ nested { cells { value } } }"));
    }

    [Fact]
    public async Task What_multiplies_beyond_all_bounds_costs_the_most_there_is()
    {
        var hub = CostHub.Of("""
            type Tree { below(first: Int!): [Tree] @listSize(slicingArguments: ["first"]) }
            type Query { tree: Tree }
            """);
        var selection = "{ __typename }";
        for (var i = 0; i < 60; i++) selection = $"{{ below(first: 2147483647) {selection} }}";
        var totals = await hub.ExplainAsync($"{{ tree {selection} }}");
        Assert.Equal(DataHub.GraphQL.Cost.CostTotals.Most, totals.Sum);
        Assert.Equal(DataHub.GraphQL.Cost.CostTotals.Most, totals.Type);
    }

    [Fact]
    public async Task Introspection_costs_by_the_size_of_the_schema()
    {
        var hub = CostHub.Of("type Query { a: Int }");
        var types = hub.Schema.Types.Count;
        Assert.Equal(1 + 0.01 + (types * 0.01), await hub.TypeCostAsync("{ __schema { types { name } } }"), 6);
        Assert.Equal(0, await hub.FieldCostAsync("{ __typename }"));
        var (requested, actual) = await hub.RunAsync("{ __schema { types { name fields { name args { name } } } } }");
        Assert.InRange(actual, 2, requested);
    }
}

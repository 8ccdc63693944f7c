using DataHub.GraphQL.Tests.Execution;

namespace DataHub.GraphQL.Tests.Cost;

/// <summary>However a value comes in, it costs the same.</summary>
public sealed class ValueTrueTests
{
    private const string Sdl = """
        input Filter {
          name: Text @cost(weight: "2")
          and: [Filter!]
          limit: Int = 6
        }
        input Text { eq: String contains: String @cost(weight: "5") }
        type Item { name: String @cost(weight: "0.5") }
        type Query {
          items(where: Filter, first: Int, order: [Order!]): [Item]
            @listSize(slicingArguments: ["first"], assumedSize: 50, requireOneSlicingArgument: false)
          limited(where: Filter = { name: { contains: "x" } }): [Item] @listSize(slicingArguments: ["where.limit"])
          defaulted(first: Int = 30): [Item] @listSize(slicingArguments: ["first"])
          byKey(keys: [ID!]!): [Item] @listSize(slicingArguments: ["keys"])
        }
        input Order { name: Direction @cost(weight: "3") }
        enum Direction { ASC DESC }
        """;

    private static readonly TestHub Hub = CostHub.Of(Sdl);

    private static async Task AssertSameAsync(double expected, params (string Query, string? Variables)[] forms)
    {
        foreach (var (query, variables) in forms)
        {
            // Once as the plan is made, once as it is filled in.
            Assert.Equal(expected, (await Hub.ExplainAsync(query, variables)).Sum, 9);
            Assert.Equal(expected, (await Hub.ExplainAsync(query, variables)).Sum, 9);
        }
    }

    [Fact]
    public Task A_page_size_costs_the_same_as_literal_variable_and_default_of_a_variable() => AssertSameAsync(
        1 + 1 + (20 * 1.5),
        ("{ items(first: 20) { name } }", null),
        ("query($n: Int) { items(first: $n) { name } }", """{"n": 20}"""),
        ("query($n: Int = 20) { items(first: $n) { name } }", null));

    [Fact]
    public Task A_default_of_an_argument_costs_as_if_it_was_given() => AssertSameAsync(
        1 + 1 + (30 * 1.5),
        ("{ defaulted { name } }", null),
        ("{ defaulted(first: 30) { name } }", null),
        ("query($n: Int) { defaulted(first: $n) { name } }", null),
        ("query($n: Int) { defaulted(first: $n) { name } }", """{"n": 30}"""));

    [Fact]
    public Task A_filter_costs_the_same_inline_as_a_variable_and_in_parts() => AssertSameAsync(
        // The field and the filter one each, the conjunction one, two names two each, one of them with a search for five, the order one and three.
        1 + (1 + 1 + 1 + 2 + 5 + 2 + 1 + 3) + (50 * 1.5),
        ("""{ items(where: { and: [{ name: { contains: "a" } }, { name: { eq: "b" } }] }, order: [{ name: ASC }]) { name } }""", null),
        ("query($w: Filter, $o: [Order!]) { items(where: $w, order: $o) { name } }",
            """{"w": {"and": [{"name": {"contains": "a"}}, {"name": {"eq": "b"}}]}, "o": {"name": "ASC"}}"""),
        ("""query($a: Text, $d: Direction) { items(where: { and: [{ name: $a }, { name: { eq: "b" } }] }, order: { name: $d }) { name } }""",
            """{"a": {"contains": "a"}, "d": "ASC"}"""),
        ("""query($w: [Filter!] = [{ name: { contains: "a" } }, { name: { eq: "b" } }]) { items(where: { and: $w }, order: { name: ASC }) { name } }""",
            null));

    [Fact]
    public Task Null_costs_as_little_as_leaving_out() => AssertSameAsync(
        1 + 1 + (50 * 1.5),
        ("{ items { name } }", null),
        ("{ items(where: null, first: null) { name } }", null),
        ("query($w: Filter, $n: Int) { items(where: $w, first: $n) { name } }", null),
        ("query($w: Filter, $n: Int) { items(where: $w, first: $n) { name } }", """{"w": null, "n": null}"""));

    [Fact]
    public Task A_slicing_argument_may_stand_inside_an_input_object() => AssertSameAsync(
        1 + (1 + 1 + 2 + 5) + (6 * 1.5),
        ("{ limited { name } }", null),
        ("""{ limited(where: { name: { contains: "y" }, limit: 6 }) { name } }""", null),
        ("query($n: Int) { limited(where: { name: { contains: \"y\" }, limit: $n }) { name } }", """{"n": 6}"""),
        ("query($w: Filter) { limited(where: $w) { name } }", """{"w": {"name": {"contains": "z"}}}"""));

    [Fact]
    public Task A_list_of_keys_is_as_long_as_it_is() => AssertSameAsync(
        1 + 1 + (3 * 1.5),
        ("""{ byKey(keys: ["a", "b", "c"]) { name } }""", null),
        ("query($k: [ID!]!) { byKey(keys: $k) { name } }", """{"k": ["a", "b", "c"]}"""),
        ("""query($k: ID!) { byKey(keys: [$k, $k, "c"]) { name } }""", """{"k": "a"}"""));

    [Fact]
    public async Task Requests_with_one_document_and_different_variables_cost_what_is_theirs()
    {
        const string query = "query($n: Int) { a: items(first: $n) { name } b: items(first: 2) { name } }";
        for (var n = 1; n < 5; n++)
            Assert.Equal(1 + 2 + (1.5 * (n + 2)), (await Hub.ExplainAsync(query, $$"""{"n": {{n}}}""")).Sum, 9);
    }
}

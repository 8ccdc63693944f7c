using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Tests.Execution;

namespace DataHub.GraphQL.Tests.Incremental;

/// <summary>The rules that the proposal adds to section 5.7.</summary>
public sealed class DeferAndStreamRulesTests
{
    private const string Sdl = """
        type Item { id: ID!, items: [Item!]!, next: Item }
        type Query { item: Item, items: [Item] }
        type Mutation { make: Item, makeAll: [Item] }
        type Subscription { made: Item, madeAll: [Item] }
        """;

    // Defer And Stream Directives Are Used On Valid Root Field
    [Theory]
    [InlineData("mutation { ... @defer { make { id } } }", "Directive \"@defer\" cannot be used on the root type \"Mutation\".")]
    [InlineData("mutation { ...a @defer } fragment a on Mutation { make { id } }",
        "Directive \"@defer\" cannot be used on the root type \"Mutation\".")]
    [InlineData("mutation { makeAll @stream { id } }", "Directive \"@stream\" cannot be used on the root type \"Mutation\".")]
    [InlineData("subscription { madeAll @stream(if: false) { id } }",
        "Directive \"@stream\" cannot be used on the root type \"Subscription\".")]
    // Defer And Stream Directives Are Used On Valid Operations
    [InlineData("subscription { made { ... @defer { id } } }",
        "Directive \"@defer\" is not supported in subscriptions; switch it off by \"if: false\".")]
    [InlineData("subscription { made { ...a } } fragment a on Item { items @stream(if: true) { id } }",
        "Directive \"@stream\" is not supported in subscriptions; switch it off by \"if: false\".")]
    // Defer And Stream Directive Labels Are Unique
    [InlineData("{ item { ... @defer(label: \"a\") { id } items @stream(label: \"a\") { id } } }",
        "The labels of \"@defer\" and \"@stream\" must differ.")]
    [InlineData("query($l: String) { item { ... @defer(label: $l) { id } } }",
        "The label of directive \"@defer\" must be written out, not be a variable.")]
    // Stream Directives Are Used On List Fields
    [InlineData("{ item @stream { id } }", "Directive \"@stream\" cannot be used on field \"Query.item\", which is no list.")]
    // Field Selection Merging
    [InlineData("{ items @stream { id } items { id } }",
        "\"items\" would be streamed more than once, or once streamed and once not; give one of them another alias.")]
    [InlineData("{ items @stream { id } ... { items @stream { id } } }",
        "\"items\" would be streamed more than once, or once streamed and once not; give one of them another alias.")]
    public async Task Each_rule_refuses_what_it_says(string query, string message) =>
        Assert.Equal([message], await Hub().ErrorsAsync(query));

    [Theory]
    [InlineData("mutation { make { ... @defer { id } items @stream { id } } }")]
    [InlineData("subscription($d: Boolean!) { made { ... @defer(if: $d) { id } items @stream(if: false) { id } } }")]
    [InlineData("{ item { ... @defer(label: \"a\") { id } ... @defer(label: \"b\") { id } ... @defer { id } } }")]
    [InlineData("{ item { items @stream { id } } a: items @stream { id } b: items { id } }")]
    public void What_keeps_the_rules_is_taken(string query) => Assert.Empty(Hub().Engine.Prepare(query).Errors);

    private static TestHub Hub() => new(Sdl, new EngineOptions { IncrementalDelivery = true });
}

using DataHub.GraphQL.Execution;
using DataHub.Testing;

namespace DataHub.Tests.Planning;

/// <summary>Costs of the hub's own operations.</summary>
public sealed class CostTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private const string Introspection = """
        query IntrospectionQuery {
          __schema {
            description queryType { name } mutationType { name } subscriptionType { name }
            types { ...FullType }
            directives { name description isRepeatable locations args(includeDeprecated: true) { ...InputValue } }
          }
        }
        fragment FullType on __Type {
          kind name description specifiedByURL isOneOf
          fields(includeDeprecated: true) {
            name description args(includeDeprecated: true) { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason
          }
          inputFields(includeDeprecated: true) { ...InputValue }
          interfaces { ...TypeRef }
          enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
          possibleTypes { ...TypeRef }
        }
        fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue isDeprecated deprecationReason }
        fragment TypeRef on __Type {
          kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name
            ofType { kind name ofType { kind name ofType { kind name } } } } } } } } }
        }
        """;

    [Theory]
    [InlineData("""{ businesses(where: { name: { contains: "a" } }, order: [{ name: ASC }], first: 7) { totalCount nodes { nib regency { name } } } }""", null)]
    [InlineData("""
        query($w: BusinessFilterInput, $o: [BusinessSortInput!], $n: Int) {
          businesses(where: $w, order: $o, first: $n) { totalCount nodes { nib regency { name } } }
        }
        """, "all")]
    [InlineData("""
        query($text: String, $n: Int = 7) {
          businesses(where: { name: { contains: $text } }, order: { name: ASC }, first: $n) { totalCount nodes { nib regency { name } } }
        }
        """, "text")]
    public async Task A_filter_an_order_and_a_page_size_cost_the_same_inline_and_as_variables(string document, string? given)
    {
        object? variables = given switch
        {
            "all" => new { w = new { name = new { contains = "a" } }, o = new { name = "ASC" }, n = 7 },
            "text" => new { text = "a" },
            _ => null,
        };
        var answer = await hub.AskAsync(document, variables: variables);
        Assert.False(answer.HasErrors, answer.ToString());
        // The query, the list and its connection one each, the filter two and five for its search, the order one; the total fifty; the page one,
        // and seven businesses with a region.
        Assert.Equal(1 + 1 + 1 + 2 + 5 + 1 + 50 + 1 + (7 * 1.2), answer.Cost!.Requested, 6);
        Assert.InRange(answer.Cost.Actual!.Value, 60, answer.Cost.Requested);
    }

    [Fact]
    public async Task An_explanation_sends_nothing_to_the_database()
    {
        var answer = await hub.AskAsync("{ businesses(first: 100) { totalCount nodes { nib owner { name } } } }", explain: Explanation.Cost);
        Assert.Empty(answer.Statements);
        Assert.Equal(1 + 2 + 50 + 1 + (100 * 3), answer.Cost!.Requested, 6);
        Assert.Equal("businesses.nodes.owner", answer.Cost.Explanation!.Fields[0].Path);
    }

    [Fact]
    public async Task A_page_of_businesses_with_all_its_lists_fits_in_a_budget()
    {
        string[] lists = ["loans", "trainings", "certificates", "exhibitions", "procurementContracts", "partnerships", "shops"];
        var asked = string.Join(' ', lists.Select(name => $"{name} {{ nodes {{ id }} }}"));
        var answer = await hub.AskAsync(
            $"{{ businesses(first: 100) {{ nodes {{ nib owner {{ name }} {asked} products {{ nodes {{ name listings {{ nodes {{ price }} }} }} }} }} }} }}");
        Assert.Empty(answer.Codes);
        Assert.InRange(answer.Cost!.Requested, 100_000, 200_000);
        Assert.InRange(answer.Cost.Actual!.Value, 100, 2000);
    }

    [Fact]
    public async Task What_tools_ask_of_the_schema_fits_in_a_budget_many_times()
    {
        var answer = await hub.AskAsync(Introspection);
        Assert.False(answer.HasErrors, answer.ToString());
        Assert.InRange(answer.Cost!.Requested, answer.Cost.Actual!.Value, 20_000);
        Assert.InRange(answer.Cost.Actual.Value, 10, 1000);
    }

    [Fact]
    public async Task A_batch_of_decisions_as_large_as_allowed_fits_in_a_budget()
    {
        var inputs = Enumerable.Range(0, 500).Select(i => new { nib = $"{i + 1:0000000000000}", kind = "MIKRO", amount = "50000000" }).ToArray();
        var answer = await hub.AskAsync(
            "query($i: [KurEligibilityInput!]!) { kurEligibilities(inputs: $i) { outcome rules { id result found settings { name value } } } }",
            Callers.Bank, new { i = inputs }, Explanation.Cost);
        Assert.False(answer.HasErrors, answer.ToString());
        Assert.InRange(answer.Cost!.Requested, 1000, 20_000);
    }
}

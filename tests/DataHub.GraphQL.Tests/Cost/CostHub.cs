using DataHub.GraphQL.Cost;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Limits;
using DataHub.GraphQL.Tests.Execution;

namespace DataHub.GraphQL.Tests.Cost;

/// <summary>A schema with the cost directives, whose operations are explained and executed.</summary>
internal static class CostHub
{
    public const string Directives = """
        directive @cost(weight: String!) on ARGUMENT_DEFINITION | ENUM | FIELD_DEFINITION | INPUT_FIELD_DEFINITION | OBJECT | SCALAR
        directive @listSize(
          assumedSize: Int, slicingArguments: [String!], sizedFields: [String!], requireOneSlicingArgument: Boolean = true
        ) on FIELD_DEFINITION

        """;

    /// <summary>Deeper operations than requests may be: their costs must be bounded all the same.</summary>
    private static readonly OperationLimits Limits = new() { Depth = new Limit(100) };

    public static TestHub Of(string sdl, CostBudget? budget = null) =>
        new(Directives + sdl, new EngineOptions { Budget = budget ?? new Purse(), Limits = Limits });

    /// <summary>What an operation can cost, by its two parts.</summary>
    public static async Task<CostTotals> ExplainAsync(this TestHub hub, string query, string? variables = null)
    {
        var result = await hub.ExecuteAsync(query, variables, explain: Explanation.Cost);
        Assert.Empty(result.Errors);
        return result.Cost!.Explanation!.Totals;
    }

    public static async Task<double> FieldCostAsync(this TestHub hub, string query, string? variables = null) =>
        (await hub.ExplainAsync(query, variables)).Field;

    public static async Task<double> TypeCostAsync(this TestHub hub, string query, string? variables = null) =>
        (await hub.ExplainAsync(query, variables)).Type;

    /// <summary>What an operation asked for and did cost.</summary>
    public static async Task<(double Requested, double Actual)> RunAsync(this TestHub hub, string query, string? variables = null)
    {
        var result = await hub.ExecuteAsync(query, variables);
        Assert.True(result.HasData, string.Join(' ', result.Errors.Select(e => e.Message)));
        return (result.Cost!.Requested, result.Cost.Actual!.Value);
    }
}

using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Language;

namespace DataHub.GraphQL.Cost;

/// <summary>
/// <c>requireOneSlicingArgument</c> (IBM GraphQL cost specification, section 8.4): exactly one slicing argument is given, or none where the
/// schema has a default for one.
/// </summary>
internal static class SlicingCheck
{
    public static IReadOnlyList<GraphQLError> Check(CostModel model, OperationPlan plan)
    {
        if (!model.NeedsSlicingCheck) return [];
        var errors = new List<GraphQLError>();
        foreach (var (_, field) in plan.Fields())
        {
            var weights = model.Of(field.Definition);
            if (weights.NeedsSlicingCheck && field.ArgumentError is null && Problem(weights.ListSize!, field, plan) is { } problem)
                errors.Add(Error(field, weights.ListSize!, problem));
        }
        return errors;
    }

    private static string? Problem(ListSize listSize, FieldSelection field, OperationPlan plan)
    {
        var withValue = listSize.Given(field.Arguments).ToList();
        if (withValue.Count == 0) return "none is given";
        var written = withValue.Count(path => IsWritten(path[0], field, plan));
        return written > 1 ? "several are given" : null;
    }

    private static bool IsWritten(string argument, FieldSelection field, OperationPlan plan)
    {
        var literal = field.Nodes[0].Arguments.FirstOrDefault(a => a.Name.Value == argument)?.Value;
        return literal is VariableNode variable ? plan.Variables.ContainsKey(variable.Name.Value) : literal is not null;
    }

    private static GraphQLError Error(FieldSelection field, ListSize listSize, string problem)
    {
        var names = string.Join(", ", listSize.SlicingArguments);
        return new GraphQLError($"\"{field.Definition.Coordinate}\" needs exactly one of: {names}; {problem}.", ErrorCodes.Variables)
        {
            Locations = [field.Nodes[0].Location],
        };
    }
}

using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Execution;

namespace DataHub.Planning;

/// <summary>Texts that PostgreSQL cannot hold are refused before anything is sent: its text type has no U+0000.</summary>
internal static class TextInputs
{
    /// <summary>One error for each argument with such a text; empty when there is none.</summary>
    public static IReadOnlyList<GraphQLError> Check(OperationPlan plan) =>
    [
        .. from planned in plan.Fields()
           from argument in planned.Field.Arguments
           where HasNul(argument.Value)
           select new GraphQLError(
               $"Argument \"{argument.Key}\" of \"{planned.Field.Definition.Coordinate}\" is not valid: a text may not contain U+0000.", ErrorCodes.Variables)
           {
               Locations = [.. planned.Field.Nodes.Take(1).Select(n => n.Location)],
           },
    ];

    /// <summary>True when no argument of the field has such a text.</summary>
    public static bool AreFine(FieldSelection field)
    {
        foreach (var argument in field.Arguments)
            if (HasNul(argument.Value)) return false;
        return true;
    }

    private static bool HasNul(object? value) => value switch
    {
        string text => text.Contains('\0', StringComparison.Ordinal),
        object?[] items => items.Any(HasNul),
        InputObject input => input.Values.Any(HasNul),
        _ => false,
    };
}

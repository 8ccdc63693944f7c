using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Validation.Rules;

/// <summary>
/// A variable's type fits every place the variable is used in.
/// https://spec.graphql.org/September2025/#sec-All-Variable-Usages-Are-Allowed
/// </summary>
public sealed class AllVariableUsagesAreAllowedRule(ValidationContext context)
    : ValidationRule(context, "5.8.5 All Variable Usages Are Allowed")
{
    public override void LeaveOperation(OperationDefinitionNode operation, IReadOnlyList<DefinitionScope> reachable)
    {
        if (operation.Variables.Count == 0) return;
        var variables = new Dictionary<string, (VariableDefinitionNode Node, GraphQLType? Type)>(StringComparer.Ordinal);
        foreach (var variable in operation.Variables)
            variables.TryAdd(variable.Variable.Name.Value, (variable, Context.TypeOf(variable.Type)));
        foreach (var usage in reachable.SelectMany(s => s.Usages))
        {
            if (Context.IsFull) return;
            if (variables.TryGetValue(usage.Variable.Name.Value, out var variable) && variable.Type is { } type)
                Check(variable.Node, type, usage);
        }
    }

    private void Check(VariableDefinitionNode variable, GraphQLType type, VariableUsage usage)
    {
        var position = usage.Position;
        if (position.Type is null || IsUsageAllowed(variable, type, position)) return;
        var name = $"Variable \"${usage.Variable.Name.Value}\" of type \"{type}\"";
        var problem = IsNonNullPosition(position) && !position.Type.IsNonNull && !type.IsNonNull
            ? "a field of a OneOf input object, which must not be null"
            : $"which expects \"{position.Type}\"";
        Report($"{name} cannot be used as {position.Name}, {problem}.", variable, usage.Variable);
    }

    private static bool IsUsageAllowed(VariableDefinitionNode variable, GraphQLType type, InputPosition position)
    {
        if (!IsNonNullPosition(position) || type.IsNonNull) return AreCompatible(type, position.Type!);
        var hasDefault = variable.DefaultValue is not (null or NullValueNode) || position.HasDefault;
        return hasDefault && AreCompatible(type, position.Type!.Nullable);
    }

    private static bool IsNonNullPosition(InputPosition position) => position.Type!.IsNonNull || position.IsOneOfField;

    // AreTypesCompatible
    private static bool AreCompatible(GraphQLType variable, GraphQLType location)
    {
        while (true)
        {
            if (location.IsNonNull && !variable.IsNonNull) return false;
            (variable, location) = (variable.Nullable, location.Nullable);
            if (variable is not ListType variableList || location is not ListType locationList) return ReferenceEquals(variable, location);
            (variable, location) = (variableList.Of, locationList.Of);
        }
    }
}

using DataHub.GraphQL.Language;

namespace DataHub.GraphQL.Execution;

/// <summary>Values of the directives that steer execution.</summary>
internal static class DirectiveValues
{
    /// <summary>The value of the directive's <c>if</c>, true when it is left out; null when the directive is not applied.</summary>
    public static bool? Condition(SelectionNode selection, string directive, IReadOnlyDictionary<string, object?> variables)
    {
        var applied = Find(selection, directive);
        if (applied is null) return null;
        return Argument(applied, "if") switch
        {
            null => true,
            VariableNode variable => !variables.TryGetValue(variable.Name.Value, out var value) || value is true,
            var literal => literal is BooleanValueNode { Value: true },
        };
    }

    public static DirectiveNode? Find(SelectionNode selection, string directive)
    {
        foreach (var applied in selection.Directives)
            if (applied.Name.Value == directive) return applied;
        return null;
    }

    public static ValueNode? Argument(DirectiveNode applied, string name)
    {
        foreach (var argument in applied.Arguments)
            if (argument.Name.Value == name) return argument.Value;
        return null;
    }
}

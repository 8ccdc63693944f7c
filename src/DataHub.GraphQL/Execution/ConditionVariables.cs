using DataHub.GraphQL.Language;

namespace DataHub.GraphQL.Execution;

/// <summary>The variables on which <c>@skip</c>, <c>@include</c>, <c>@defer</c> and <c>@stream</c> depend anywhere in a document.</summary>
internal static class ConditionVariables
{
    public static string[] In(DocumentNode document)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        var open = new Stack<SelectionSetNode>();
        foreach (var definition in document.Definitions)
        {
            if (definition is OperationDefinitionNode operation) open.Push(operation.SelectionSet);
            if (definition is FragmentDefinitionNode fragment) open.Push(fragment.SelectionSet);
        }
        while (open.TryPop(out var set))
        {
            foreach (var selection in set.Selections)
            {
                foreach (var directive in selection.Directives) AddTo(names, directive);
                var below = (selection as FieldNode)?.SelectionSet ?? (selection as InlineFragmentNode)?.SelectionSet;
                if (below is not null) open.Push(below);
            }
        }
        return [.. names];
    }

    private static void AddTo(SortedSet<string> names, DirectiveNode directive)
    {
        if (directive.Name.Value is not ("skip" or "include" or IncrementalDirectives.Defer or IncrementalDirectives.Stream)) return;
        foreach (var argument in directive.Arguments)
            if (argument.Value is VariableNode variable) names.Add(variable.Name.Value);
    }
}

namespace DataHub.GraphQL.Language;

// Sections 2.4 to 2.9 and 2.11: operations, selections, fragments, variables.
public sealed partial class Printer
{
    private void WriteOperation(OperationDefinitionNode operation)
    {
        WriteDescription(operation.Description);
        if (operation is not { IsShorthand: true, Name: null, Description: null, Variables.Count: 0, Directives.Count: 0 })
            WriteOperationHead(operation);
        Write(operation.SelectionSet);
    }

    private void WriteOperationHead(OperationDefinitionNode operation)
    {
        text.Append(operation.Operation.ToString().ToLowerInvariant());
        if (operation.Name is { } name) text.Append(' ').Append(name.Value);
        else if (operation.Variables.Count > 0) text.Append(' ');
        if (operation.Variables.Count > 0) WriteInParentheses(operation.Variables, static v => v.Description is not null);
        WriteDirectives(operation.Directives);
        text.Append(' ');
    }

    private void WriteVariableDefinition(VariableDefinitionNode variable)
    {
        WriteDescription(variable.Description);
        Write(variable.Variable);
        text.Append(": ");
        Write(variable.Type);
        WriteDefaultValue(variable.DefaultValue);
        WriteDirectives(variable.Directives);
    }

    private void WriteFragment(FragmentDefinitionNode fragment)
    {
        WriteDescription(fragment.Description);
        text.Append("fragment ").Append(fragment.Name.Value).Append(" on ").Append(fragment.TypeCondition.Name.Value);
        WriteDirectives(fragment.Directives);
        text.Append(' ');
        Write(fragment.SelectionSet);
    }

    private void WriteSelection(SelectionNode selection)
    {
        switch (selection)
        {
            case FieldNode field:
                WriteField(field);
                break;
            case FragmentSpreadNode spread:
                text.Append("...").Append(spread.Name.Value);
                WriteDirectives(spread.Directives);
                break;
            case InlineFragmentNode fragment:
                text.Append("...");
                if (fragment.TypeCondition is { } condition) text.Append(" on ").Append(condition.Name.Value);
                WriteDirectives(fragment.Directives);
                text.Append(' ');
                Write(fragment.SelectionSet);
                break;
        }
    }

    private void WriteField(FieldNode field)
    {
        if (field.Alias is { } alias) text.Append(alias.Value).Append(": ");
        text.Append(field.Name.Value);
        WriteArguments(field.Arguments);
        WriteDirectives(field.Directives);
        if (field.SelectionSet is null) return;
        text.Append(' ');
        Write(field.SelectionSet);
    }

    /// <summary>On one line, or a line each as soon as one has a description.</summary>
    private void WriteInParentheses<T>(IReadOnlyList<T> items, Func<T, bool> isDescribed)
        where T : SyntaxNode
    {
        text.Append('(');
        if (items.Any(isDescribed)) Lines(items, WriteItem, isDescribed);
        else Separated(items, ", ", WriteItem);
        text.Append(')');
    }
}

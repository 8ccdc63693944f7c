using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Validation;

/// <summary>
/// The one traversal that all rules share. It follows the text, not the fragments, so its depth is that of the text, which the parser
/// bounds.
/// </summary>
internal sealed class DocumentWalker(ValidationContext context, RuleHooks rules)
{
    private DefinitionScope scope = null!;

    public void Walk()
    {
        foreach (var definition in context.Document.Definitions)
        {
            if (context.IsFull) return;
            if (definition is not TypeSystemNode typeSystem) continue;
            foreach (var rule in rules.TypeSystem) rule.EnterTypeSystem(typeSystem);
        }
        foreach (var each in context.Scopes)
        {
            scope = each;
            if (each.Node is OperationDefinitionNode operation) Walk(operation);
            else Walk((FragmentDefinitionNode)each.Node);
        }
        LeaveOperations();
        foreach (var rule in rules.DocumentEnd) rule.LeaveDocument();
    }

    private void LeaveOperations()
    {
        foreach (var each in context.Scopes)
        {
            if (context.IsFull) return;
            if (each.Node is not OperationDefinitionNode operation) continue;
            var reachable = context.Reachable(each);
            if (context.IsOverBudget)
            {
                context.Report(TooManyOperations(operation));
                return;
            }
            foreach (var rule in rules.OperationEnd) rule.LeaveOperation(operation, reachable);
        }
    }

    private static GraphQLError TooManyOperations(OperationDefinitionNode operation)
    {
        var message = "The operations of this document spread its fragments too often to be checked; split it into smaller documents.";
        return new GraphQLError(message, ErrorCodes.Validation)
        {
            Locations = [operation.Location],
            Specification = "5.8.3 All Variable Uses Defined",
        };
    }

    private void Walk(OperationDefinitionNode operation)
    {
        var root = context.Schema.Root(operation.Operation);
        foreach (var rule in rules.Operation) rule.EnterOperation(operation, root);
        foreach (var variable in operation.Variables) Walk(variable);
        Walk(operation.Directives, operation.Operation.DirectiveLocation());
        Walk(operation.SelectionSet, root);
    }

    private void Walk(FragmentDefinitionNode fragment)
    {
        var type = context.Schema.Type(fragment.TypeCondition.Name.Value);
        foreach (var rule in rules.Fragment) rule.EnterFragment(fragment, type);
        Walk(fragment.Directives, "FRAGMENT_DEFINITION");
        Walk(fragment.SelectionSet, type.AsComposite());
    }

    private void Walk(VariableDefinitionNode variable)
    {
        if (context.IsFull) return;
        var type = context.TypeOf(variable.Type);
        foreach (var rule in rules.Variable) rule.EnterVariable(variable, type);
        if (variable.DefaultValue is { } value) Walk(value, InputPosition.Default(variable, type is { IsInput: true } ? type : null));
        Walk(variable.Directives, "VARIABLE_DEFINITION");
    }

    private void Walk(SelectionSetNode set, NamedType? parent)
    {
        foreach (var selection in set.Selections)
        {
            if (context.IsFull) return;
            switch (selection)
            {
                case FieldNode field: Walk(field, parent); break;
                case FragmentSpreadNode spread: Walk(spread, parent); break;
                case InlineFragmentNode inline: Walk(inline, parent); break;
            }
        }
    }

    private void Walk(FieldNode field, NamedType? parent)
    {
        var definition = parent is null ? null : MetaFields.FindField(context.Schema, parent, field.Name.Value);
        foreach (var rule in rules.Field) rule.EnterField(field, parent, definition);
        if (field.Arguments.Count > 0 || definition is { Arguments.Count: > 0 }) Walk(new ArgumentSet(field, parent, definition));
        Walk(field.Directives, "FIELD");
        if (field.SelectionSet is { } set) Walk(set, (definition?.Type.Named).AsComposite());
    }

    private void Walk(FragmentSpreadNode spread, NamedType? parent)
    {
        scope.Add(spread);
        foreach (var rule in rules.Spread) rule.EnterSpread(spread, parent);
        Walk(spread.Directives, "FRAGMENT_SPREAD");
    }

    private void Walk(InlineFragmentNode fragment, NamedType? parent)
    {
        var type = fragment.TypeCondition is { } condition ? context.Schema.Type(condition.Name.Value) : parent;
        foreach (var rule in rules.InlineFragment) rule.EnterInlineFragment(fragment, parent, type);
        Walk(fragment.Directives, "INLINE_FRAGMENT");
        Walk(fragment.SelectionSet, type.AsComposite());
    }

    private void Walk(IReadOnlyList<DirectiveNode> directives, string location)
    {
        if (directives.Count == 0) return;
        foreach (var rule in rules.Directives) rule.EnterDirectives(directives, location);
        foreach (var directive in directives)
        {
            if (context.IsFull) return;
            var definition = context.Schema.Directive(directive.Name.Value);
            foreach (var rule in rules.Directive) rule.EnterDirective(directive, definition, location);
            Walk(new ArgumentSet(directive, definition));
        }
    }

    private void Walk(ArgumentSet set)
    {
        foreach (var rule in rules.Arguments) rule.EnterArguments(set);
        foreach (var argument in set.Arguments) Walk(argument.Value, InputPosition.Argument(set, argument));
    }

    private void Walk(ValueNode value, InputPosition position)
    {
        if (context.IsFull) return;
        if (value is VariableNode variable)
        {
            scope.Add(new VariableUsage(variable, position));
            return;
        }
        if (value is not (ListValueNode or NullValueNode)) position = WithoutLists(position);
        foreach (var rule in rules.Value) rule.EnterValue(value, position);
        if (value is ListValueNode list) Walk(list, position);
        else if (value is ObjectValueNode literal) Walk(literal, position);
    }

    private void Walk(ListValueNode list, InputPosition position)
    {
        var item = (position.Type?.Nullable as ListType)?.Of;
        for (var i = 0; i < list.Values.Count; i++) Walk(list.Values[i], position.Entry(i, item));
    }

    private void Walk(ObjectValueNode literal, InputPosition position)
    {
        var type = position.Type?.Nullable as InputObjectType;
        foreach (var rule in rules.Object) rule.EnterObject(literal, type, position);
        foreach (var field in literal.Fields) Walk(field.Value, position.Field(type, field.Name.Value));
    }

    private static InputPosition WithoutLists(InputPosition position)
    {
        while (position.Type?.Nullable is ListType list) position = position.Single(list.Of);
        return position;
    }
}

using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.Access;

/// <summary>The elements of one view that a document names and another view does not have, by their schema coordinates.</summary>
/// <param name="there">The view that gives the names their meaning.</param>
/// <param name="here">The other view.</param>
internal sealed class NamedElements(Schema there, Schema here)
{
    private string? missing;

    /// <summary>The first one in the document; null when there is none.</summary>
    public static string? FirstMissing(PreparedDocument document, Schema there, Schema here)
    {
        var elements = new NamedElements(there, here);
        foreach (var operation in document.Operations) elements.Add(operation);
        foreach (var fragment in document.Fragments)
            elements.Add(fragment.SelectionSet, elements.Named(fragment.TypeCondition.Name.Value));
        return elements.missing;
    }

    private void Add(OperationDefinitionNode operation)
    {
        foreach (var variable in operation.Variables)
        {
            var type = Named(NameOf(variable.Type));
            if (variable.DefaultValue is { } value) Add(value, type);
        }
        Add(operation.SelectionSet, operation.Operation switch
        {
            OperationType.Query => there.Query,
            OperationType.Mutation => there.Mutation,
            _ => there.Subscription,
        });
    }

    private void Add(SelectionSetNode selections, NamedType? parent)
    {
        foreach (var selection in selections.Selections)
        {
            if (missing is not null) return;
            if (selection is InlineFragmentNode inline)
                Add(inline.SelectionSet, inline.TypeCondition is { } condition ? Named(condition.Name.Value) : parent);
            else if (selection is FieldNode node && (parent as FieldsType)?.Field(node.Name.Value) is { } field) Add(node, field);
        }
    }

    private void Add(FieldNode node, FieldDefinition field)
    {
        var known = (here.Type(field.Parent.Name) as FieldsType)?.Field(field.Name);
        if (known is null) missing ??= field.Coordinate;
        foreach (var argument in node.Arguments)
        {
            if (field.Argument(argument.Name.Value) is not { } input) continue;
            if (known?.Argument(input.Name) is null) missing ??= $"{field.Coordinate}({input.Name}:)";
            Add(argument.Value, input.Type.Named);
        }
        if (node.SelectionSet is not null) Add(node.SelectionSet, field.Type.Named);
    }

    private void Add(ValueNode value, NamedType? type)
    {
        if (value is ListValueNode list)
        {
            foreach (var item in list.Values) Add(item, type);
        }
        else if (value is ObjectValueNode entries && type is InputObjectType input)
        {
            foreach (var entry in entries.Fields)
            {
                if (input.Field(entry.Name.Value) is not { } field) continue;
                if ((here.Type(input.Name) as InputObjectType)?.Field(field.Name) is null) missing ??= $"{input.Name}.{field.Name}";
                Add(entry.Value, field.Type.Named);
            }
        }
    }

    private NamedType? Named(string name)
    {
        var type = there.Type(name);
        if (type is not null && here.Type(name) is null) missing ??= name;
        return type;
    }

    private static string NameOf(TypeNode type) => type switch
    {
        ListTypeNode list => NameOf(list.Type),
        NonNullTypeNode nonNull => NameOf(nonNull.Type),
        _ => ((NamedTypeNode)type).Name.Value,
    };
}

using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Validation.Rules;

/// <summary>
/// Fields of scalar or enum type have no selection set; fields of object, interface or union type have one.
/// https://spec.graphql.org/September2025/#sec-Leaf-Field-Selections
/// </summary>
public sealed class LeafFieldSelectionsRule(ValidationContext context) : ValidationRule(context, "5.3.3 Leaf Field Selections")
{
    public override void EnterField(FieldNode field, NamedType? parent, FieldDefinition? definition)
    {
        if (definition is null) return;
        var isLeaf = definition.Type.Named is ScalarType or EnumType;
        if (isLeaf == field.SelectionSet is null) return;
        var name = $"Field \"{parent!.Name}.{field.Name.Value}\" of type \"{definition.Type}\"";
        if (isLeaf) Report($"{name} has no fields to select.", field.SelectionSet!);
        else Report($"{name} needs a selection of its fields.", field);
    }
}

using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Validation.Rules;

/// <summary>
/// A fragment is on a type that has fields or members.
/// https://spec.graphql.org/September2025/#sec-Fragments-on-Object-Interface-or-Union-Types
/// </summary>
public sealed class FragmentsOnObjectInterfaceOrUnionTypesRule(ValidationContext context)
    : ValidationRule(context, "5.5.1.3 Fragments on Object, Interface or Union Types")
{
    public override void EnterFragment(FragmentDefinitionNode fragment, NamedType? type) =>
        Check($"Fragment \"{fragment.Name.Value}\"", type, fragment.TypeCondition);

    public override void EnterInlineFragment(InlineFragmentNode fragment, NamedType? parent, NamedType? type) =>
        Check("The inline fragment", type, fragment.TypeCondition);

    private void Check(string fragment, NamedType? type, NamedTypeNode? condition)
    {
        if (condition is not null && type is not (null or FieldsType or UnionType))
            Report($"{fragment} is on \"{type.Name}\", which is not an object, interface or union type.", condition);
    }
}

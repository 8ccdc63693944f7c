using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Validation.Rules;

/// <summary>
/// A fragment is on a type that the schema has.
/// https://spec.graphql.org/September2025/#sec-Fragment-Spread-Type-Existence
/// </summary>
public sealed class FragmentSpreadTypeExistenceRule(ValidationContext context)
    : ValidationRule(context, "5.5.1.2 Fragment Spread Type Existence")
{
    public override void EnterFragment(FragmentDefinitionNode fragment, NamedType? type)
    {
        if (type is null) ReportUnknown($"Fragment \"{fragment.Name.Value}\"", fragment.TypeCondition);
    }

    public override void EnterInlineFragment(InlineFragmentNode fragment, NamedType? parent, NamedType? type)
    {
        if (type is null && fragment.TypeCondition is { } condition) ReportUnknown("The inline fragment", condition);
    }

    private void ReportUnknown(string fragment, NamedTypeNode condition) =>
        Report($"{fragment} is on type \"{condition.Name.Value}\", which is not in the schema.", condition);
}

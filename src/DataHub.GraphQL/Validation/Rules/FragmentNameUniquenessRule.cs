using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Validation.Rules;

/// <summary>
/// No two fragments of a document have the same name.
/// https://spec.graphql.org/September2025/#sec-Fragment-Name-Uniqueness
/// </summary>
public sealed class FragmentNameUniquenessRule(ValidationContext context) : ValidationRule(context, "5.5.1.1 Fragment Name Uniqueness")
{
    public override void EnterFragment(FragmentDefinitionNode fragment, NamedType? type)
    {
        var name = fragment.Name.Value;
        if (Context.Fragment(name)?.Node is FragmentDefinitionNode first && first != fragment)
            Report($"There can be only one fragment named \"{name}\".", first.Name, fragment.Name);
    }
}

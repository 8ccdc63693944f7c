using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Validation.Rules;

/// <summary>
/// A spread names a fragment of the document.
/// https://spec.graphql.org/September2025/#sec-Fragment-Spread-Target-Defined
/// </summary>
public sealed class FragmentSpreadTargetDefinedRule(ValidationContext context)
    : ValidationRule(context, "5.5.2.1 Fragment Spread Target Defined")
{
    public override void EnterSpread(FragmentSpreadNode spread, NamedType? parent)
    {
        if (Context.Fragment(spread.Name.Value) is null) Report($"Fragment \"{spread.Name.Value}\" is not defined.", spread.Name);
    }
}

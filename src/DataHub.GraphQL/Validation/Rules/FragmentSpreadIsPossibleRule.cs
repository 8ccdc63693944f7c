using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Validation.Rules;

/// <summary>
/// A fragment is spread where an object of its type may occur.
/// https://spec.graphql.org/September2025/#sec-Fragment-Spread-Is-Possible
/// </summary>
public sealed class FragmentSpreadIsPossibleRule(ValidationContext context) : ValidationRule(context, "5.5.2.3 Fragment Spread Is Possible")
{
    public override void EnterSpread(FragmentSpreadNode spread, NamedType? parent)
    {
        if (Context.Fragment(spread.Name.Value)?.Node is not FragmentDefinitionNode fragment) return;
        var type = Context.Schema.Type(fragment.TypeCondition.Name.Value);
        Check($"Fragment \"{spread.Name.Value}\"", (parent, type), spread);
    }

    public override void EnterInlineFragment(InlineFragmentNode fragment, NamedType? parent, NamedType? type) =>
        Check("The inline fragment", (parent, type), fragment);

    private void Check(string fragment, (NamedType? Parent, NamedType? Fragment) types, SelectionNode place)
    {
        if (types is not ({ } parent, FieldsType or UnionType) || CanApply(parent, types.Fragment!)) return;
        Report($"{fragment} on \"{types.Fragment!.Name}\" can never apply within \"{parent.Name}\".", place);
    }

    // An interface may be spread into an interface that it implements even while no object implements either.
    private bool CanApply(NamedType parent, NamedType fragment) =>
        ReferenceEquals(parent, fragment)
        || (parent is InterfaceType scope && fragment is InterfaceType spread && spread.Interfaces.Contains(scope))
        || Context.Schema.PossibleTypes(parent).Overlaps(Context.Schema.PossibleTypes(fragment));
}

using DataHub.GraphQL.Language;

namespace DataHub.GraphQL.Validation.Rules;

/// <summary>
/// A fragment is spread at least once in its document.
/// https://spec.graphql.org/September2025/#sec-Fragments-Must-Be-Used
/// </summary>
public sealed class FragmentsMustBeUsedRule(ValidationContext context) : ValidationRule(context, "5.5.1.4 Fragments Must Be Used")
{
    public override void LeaveDocument()
    {
        var spread = Context.Scopes.SelectMany(s => s.Spreads).Select(s => s.Name.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var fragment in Context.Scopes.Select(s => s.Node).OfType<FragmentDefinitionNode>())
        {
            if (!spread.Contains(fragment.Name.Value)) Report($"Fragment \"{fragment.Name.Value}\" is never used.", fragment);
        }
    }
}

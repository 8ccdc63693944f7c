using DataHub.GraphQL.Language;

namespace DataHub.GraphQL.Validation.Rules;

/// <summary>
/// A directive that is not repeatable is applied once in a place.
/// https://spec.graphql.org/September2025/#sec-Directives-Are-Unique-per-Location
/// </summary>
public sealed class DirectivesAreUniquePerLocationRule(ValidationContext context)
    : ValidationRule(context, "5.7.3 Directives Are Unique per Location")
{
    public override void EnterDirectives(IReadOnlyList<DirectiveNode> directives, string location)
    {
        if (directives.Count < 2) return;
        foreach (var (first, again) in Duplicates.Of(directives.Where(IsUnique).Select(d => d.Name)))
            Report($"Directive \"@{again.Value}\" can be used only once in a place.", first, again);
    }

    private bool IsUnique(DirectiveNode directive) => Context.Schema.Directive(directive.Name.Value) is { IsRepeatable: false };
}

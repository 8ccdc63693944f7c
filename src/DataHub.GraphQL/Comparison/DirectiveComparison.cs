using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Comparison;

/// <summary>Compares the directives that two schemas define.</summary>
internal sealed class DirectiveComparison(ChangeList changes)
{
    private readonly InputComparison inputs = new(changes);

    public void Compare(Schema before, Schema after)
    {
        foreach (var directive in before.Directives.Where(d => !d.IsBuiltIn))
        {
            var place = $"@{directive.Name}";
            if (after.Directive(directive.Name) is { } same) Compare(place, directive, same);
            else changes.Add(ChangeLevel.Breaking, ChangeKind.DirectiveRemoved, place, $"{place} is no longer there.");
        }
        foreach (var place in after.Directives.Where(d => !d.IsBuiltIn && before.Directive(d.Name) is null).Select(d => $"@{d.Name}"))
            changes.Add(ChangeLevel.Safe, ChangeKind.DirectiveAdded, place, $"{place} is new.");
    }

    private void Compare(string place, DirectiveDefinition before, DirectiveDefinition after)
    {
        changes.CompareDescriptions(place, before.Description, after.Description);
        inputs.CompareArguments(place, before.Arguments, after.Arguments);
        foreach (var gone in before.Locations.Except(after.Locations, StringComparer.Ordinal))
            changes.Add(ChangeLevel.Breaking, ChangeKind.DirectiveLocationRemoved, place, $"{place} may no longer stand on {gone}.");
        foreach (var added in after.Locations.Except(before.Locations, StringComparer.Ordinal))
            changes.Add(ChangeLevel.Safe, ChangeKind.DirectiveLocationAdded, place, $"{place} may now stand on {added}.");
        if (before.IsRepeatable && !after.IsRepeatable)
            changes.Add(ChangeLevel.Breaking, ChangeKind.DirectiveRepeatableRemoved, place, $"{place} may no longer be repeated.");
        if (!before.IsRepeatable && after.IsRepeatable)
            changes.Add(ChangeLevel.Safe, ChangeKind.DirectiveRepeatableAdded, place, $"{place} may now be repeated.");
    }
}

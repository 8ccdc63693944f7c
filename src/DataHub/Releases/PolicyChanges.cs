using DataHub.GraphQL.Comparison;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.Releases;

/// <summary>
/// What a change of the contract's policy does to consumers. Who loses a field is as hard hit as if it were removed; a field that is opened
/// is for stewards to see before it happens.
/// </summary>
internal static class PolicyChanges
{
    private sealed record Rule(IReadOnlySet<string> Scopes, IReadOnlySet<string> Purposes, bool Consent);

    /// <summary>Level of a directive that changed; null for @access, which <see cref="Of"/> compares by what holds for each field.</summary>
    public static ChangeLevel? Judge(AppliedDirectiveChange change) => change.Name switch
    {
        "access" => null,
        "source" => ChangeLevel.Safe,
        _ => ChangeLevel.Dangerous,
    };

    /// <summary>Fields in both schemas that are open to others than before.</summary>
    public static IEnumerable<SchemaChange> Of(Schema before, Schema after) =>
        from type in before.Types.OfType<ObjectType>().Where(t => !t.IsBuiltIn)
        let same = after.Type(type.Name) as ObjectType
        where same is not null
        from field in type.Fields
        let now = same.Field(field.Name)
        where now is not null
        from change in Compare(field.Coordinate, RuleOf(field, type), RuleOf(now, same))
        select change;

    private static IEnumerable<SchemaChange> Compare(string coordinate, Rule? before, Rule? after)
    {
        if (before is null && after is null) yield break;
        if (before is null) yield return Narrower(coordinate, "is no longer open to all");
        else if (after is null) yield return Wider(coordinate, "is open to all");
        else
        {
            foreach (var gone in before.Scopes.Except(after.Scopes)) yield return Narrower(coordinate, $"is closed to scope {gone}");
            foreach (var gone in before.Purposes.Except(after.Purposes)) yield return Narrower(coordinate, $"is closed to purpose {gone}");
            foreach (var added in after.Scopes.Except(before.Scopes)) yield return Wider(coordinate, $"is open to scope {added}");
            foreach (var added in after.Purposes.Except(before.Purposes)) yield return Wider(coordinate, $"is open to purpose {added}");
            if (after.Consent && !before.Consent) yield return Narrower(coordinate, "needs consent");
            if (before.Consent && !after.Consent) yield return Wider(coordinate, "needs no consent");
        }
    }

    private static SchemaChange Narrower(string coordinate, string what) =>
        new(ChangeLevel.Breaking, ChangeKind.AppliedDirectiveChanged, coordinate, $"{coordinate} {what}.");

    private static SchemaChange Wider(string coordinate, string what) =>
        new(ChangeLevel.Dangerous, ChangeKind.AppliedDirectiveChanged, coordinate, $"{coordinate} {what}.");

    private static Rule? RuleOf(FieldDefinition field, ObjectType type)
    {
        var access = field.Directives.Concat(type.Directives).FirstOrDefault(d => d.Name == "access");
        return access is null ? null : new Rule(Names(access, "scopes"), Names(access, "purposes"), access.Argument("consent") is BooleanValueNode { Value: true });
    }

    private static HashSet<string> Names(AppliedDirective access, string argument) => access.Argument(argument) switch
    {
        ListValueNode list => list.Values.OfType<EnumValueNode>().Select(v => v.Value).ToHashSet(StringComparer.Ordinal),
        EnumValueNode single => [single.Value],
        _ => [],
    };
}

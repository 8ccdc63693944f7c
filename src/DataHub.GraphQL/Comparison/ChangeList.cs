using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Comparison;

/// <summary>Collects changes, and compares what every element has: description, deprecation, applied directives.</summary>
internal sealed class ChangeList(Func<AppliedDirectiveChange, ChangeLevel?> judge)
{
    // What the specification's own directives say is compared as what it means.
    private static readonly HashSet<string> Meaningful = new(["deprecated", "specifiedBy", "oneOf"], StringComparer.Ordinal);
    private readonly List<SchemaChange> changes = [];

    public void Add(ChangeLevel level, ChangeKind kind, string coordinate, string message) =>
        changes.Add(new SchemaChange(level, kind, coordinate, message));

    public void CompareDescriptions(string coordinate, string? before, string? after)
    {
        if (before != after)
            Add(ChangeLevel.Safe, ChangeKind.DescriptionChanged, coordinate, $"{coordinate} is described in other words.");
    }

    public void CompareDeprecations(string coordinate, string? before, string? after)
    {
        if (before == after) return;
        var what = (before, after) switch
        {
            (null, _) => "is deprecated now",
            (_, null) => "is no longer deprecated",
            _ => "is deprecated for another reason",
        };
        Add(ChangeLevel.Safe, ChangeKind.DeprecationChanged, coordinate, $"{coordinate} {what}.");
    }

    public void CompareApplied(string coordinate, IReadOnlyList<AppliedDirective> before, IReadOnlyList<AppliedDirective> after)
    {
        var names = before.Concat(after).Select(d => d.Name).Distinct(StringComparer.Ordinal).Where(n => !Meaningful.Contains(n));
        foreach (var name in names)
        {
            var (old, now) = (Named(before, name), Named(after, name));
            if (old.Select(Text).SequenceEqual(now.Select(Text), StringComparer.Ordinal)) continue;
            if (judge(new AppliedDirectiveChange(coordinate, name, old, now)) is not { } level) continue;
            var what = (old.Count, now.Count) switch { (0, _) => "has gained", (_, 0) => "has lost", _ => "has another" };
            Add(level, ChangeKind.AppliedDirectiveChanged, coordinate, $"{coordinate} {what} @{name}.");
        }
    }

    public IReadOnlyList<SchemaChange> Sorted() =>
    [
        .. changes.OrderByDescending(c => c.Level).ThenBy(c => c.Coordinate, StringComparer.Ordinal).ThenBy(c => c.Kind),
    ];

    private static List<AppliedDirective> Named(IReadOnlyList<AppliedDirective> applied, string name) =>
        [.. applied.Where(d => d.Name == name)];

    // Arguments have no order (section 2.6).
    private static string Text(AppliedDirective applied) => string.Join(
        ", ",
        applied.Arguments.OrderBy(a => a.Name.Value, StringComparer.Ordinal).Select(a => $"{a.Name.Value}: {Printer.Print(a.Value)}"));
}

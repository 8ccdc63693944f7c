using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Comparison;

/// <summary>Compares arguments and input objects.</summary>
internal sealed class InputComparison(ChangeList changes)
{
    private sealed record Kinds(
        ChangeKind Added, ChangeKind RequiredAdded, ChangeKind Removed, ChangeKind TypeChanged, ChangeKind DefaultChanged);

    private static readonly Kinds OfArguments = new(
        ChangeKind.ArgumentAdded,
        ChangeKind.RequiredArgumentAdded,
        ChangeKind.ArgumentRemoved,
        ChangeKind.ArgumentTypeChanged,
        ChangeKind.ArgumentDefaultChanged);

    private static readonly Kinds OfInputFields = new(
        ChangeKind.InputFieldAdded,
        ChangeKind.RequiredInputFieldAdded,
        ChangeKind.InputFieldRemoved,
        ChangeKind.InputFieldTypeChanged,
        ChangeKind.InputFieldDefaultChanged);

    /// <summary>Arguments of the field or directive at <paramref name="owner"/>.</summary>
    public void CompareArguments(string owner, IReadOnlyList<InputValueDefinition> before, IReadOnlyList<InputValueDefinition> after) =>
        CompareAll(before, after, name => $"{owner}({name}:)", OfArguments);

    public void Compare(InputObjectType before, InputObjectType after)
    {
        CompareAll(before.Fields, after.Fields, name => $"{before.Name}.{name}", OfInputFields);
        if (before.IsOneOf == after.IsOneOf) return;
        // Section 3.10.1: a OneOf input takes exactly one field. What it takes, an ordinary one with the same nullable fields takes too.
        var (level, what) = after.IsOneOf
            ? (ChangeLevel.Breaking, "takes exactly one field now")
            : (ChangeLevel.Safe, "takes any of its fields now");
        changes.Add(level, ChangeKind.OneOfChanged, before.Name, $"{before.Name} {what}.");
    }

    private void CompareAll(
        IReadOnlyList<InputValueDefinition> before, IReadOnlyList<InputValueDefinition> after, Func<string, string> coordinate, Kinds kinds)
    {
        foreach (var input in before)
        {
            var place = coordinate(input.Name);
            if (after.FirstOrDefault(i => i.Name == input.Name) is { } same) CompareOne(place, input, same, kinds);
            else changes.Add(ChangeLevel.Breaking, kinds.Removed, place, $"{place} is no longer there.");
        }
        foreach (var added in after.Where(i => before.All(other => other.Name != i.Name)))
        {
            var place = coordinate(added.Name);
            if (added.IsRequired) changes.Add(ChangeLevel.Breaking, kinds.RequiredAdded, place, $"{place} is new and must be given.");
            else changes.Add(ChangeLevel.Dangerous, kinds.Added, place, $"{place} is new.");
        }
    }

    private void CompareOne(string place, InputValueDefinition before, InputValueDefinition after, Kinds kinds)
    {
        changes.CompareDescriptions(place, before.Description, after.Description);
        changes.CompareDeprecations(place, before.DeprecationReason, after.DeprecationReason);
        changes.CompareApplied(place, before.Directives, after.Directives);
        if (before.Type.ToString() != after.Type.ToString())
        {
            var level = TypeCompatibility.IsSafeInput(before.Type, after.Type) ? ChangeLevel.Safe : ChangeLevel.Breaking;
            changes.Add(level, kinds.TypeChanged, place, $"{place} was {before.Type} and is {after.Type}.");
        }
        if (DefaultText.Of(before) == DefaultText.Of(after)) return;
        var (old, now) = (Text(before.DefaultValue), Text(after.DefaultValue));
        // Section 5.4.3 Required Arguments: without its default a non-null input must be given.
        var isNowRequired = after.IsRequired && !before.IsRequired && before.Type.IsNonNull;
        changes.Add(
            isNowRequired ? ChangeLevel.Breaking : ChangeLevel.Dangerous,
            kinds.DefaultChanged,
            place,
            $"{place} had {old ?? "nothing"} as its default and has {now ?? "nothing"}.");
    }

    private static string? Text(ValueNode? value) => value is null ? null : Printer.Print(value);
}

using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Comparison;

/// <summary>Compares the named types of two schemas.</summary>
internal sealed class TypeComparison(ChangeList changes)
{
    private readonly InputComparison inputs = new(changes);

    public void Compare(Schema before, Schema after)
    {
        foreach (var type in before.Types.Where(t => !t.IsBuiltIn))
        {
            if (after.Type(type.Name) is { } same) Compare(type, same);
            else changes.Add(ChangeLevel.Breaking, ChangeKind.TypeRemoved, type.Name, $"{type.Name} is no longer there.");
        }
        foreach (var type in after.Types.Where(t => !t.IsBuiltIn && before.Type(t.Name) is null))
            changes.Add(ChangeLevel.Safe, ChangeKind.TypeAdded, type.Name, $"{type.Name} is new.");
    }

    private void Compare(NamedType before, NamedType after)
    {
        changes.CompareDescriptions(before.Name, before.Description, after.Description);
        changes.CompareApplied(before.Name, before.Directives, after.Directives);
        switch (before, after)
        {
            case (FieldsType old, FieldsType now) when old.GetType() == now.GetType():
                CompareInterfaces(old, now);
                CompareFields(old, now);
                break;
            case (UnionType old, UnionType now):
                CompareMembers(old, now);
                break;
            case (EnumType old, EnumType now):
                CompareValues(old, now);
                break;
            case (InputObjectType old, InputObjectType now):
                inputs.Compare(old, now);
                break;
            case (ScalarType old, ScalarType now):
                CompareScalars(old, now);
                break;
            default:
                var message = $"{before.Name} was {KindOf(before)} and is {KindOf(after)}.";
                changes.Add(ChangeLevel.Breaking, ChangeKind.TypeKindChanged, before.Name, message);
                break;
        }
    }

    private void CompareInterfaces(FieldsType before, FieldsType after)
    {
        foreach (var gone in before.Interfaces.Where(i => after.Interfaces.All(other => other.Name != i.Name)))
            changes.Add(ChangeLevel.Breaking, ChangeKind.InterfaceRemoved, before.Name, $"{before.Name} no longer implements {gone.Name}.");
        foreach (var added in after.Interfaces.Where(i => before.Interfaces.All(other => other.Name != i.Name)))
            changes.Add(ChangeLevel.Dangerous, ChangeKind.InterfaceAdded, before.Name, $"{before.Name} now implements {added.Name}.");
    }

    private void CompareFields(FieldsType before, FieldsType after)
    {
        foreach (var field in before.Fields)
        {
            if (after.Field(field.Name) is { } same) CompareField(field, same);
            else changes.Add(ChangeLevel.Breaking, ChangeKind.FieldRemoved, field.Coordinate, $"{field.Coordinate} is no longer there.");
        }
        foreach (var field in after.Fields.Where(f => before.Field(f.Name) is null))
            changes.Add(ChangeLevel.Safe, ChangeKind.FieldAdded, field.Coordinate, $"{field.Coordinate} is new.");
    }

    private void CompareField(FieldDefinition before, FieldDefinition after)
    {
        var coordinate = before.Coordinate;
        changes.CompareDescriptions(coordinate, before.Description, after.Description);
        changes.CompareDeprecations(coordinate, before.DeprecationReason, after.DeprecationReason);
        changes.CompareApplied(coordinate, before.Directives, after.Directives);
        if (before.Type.ToString() != after.Type.ToString())
        {
            var level = TypeCompatibility.IsSafeOutput(before.Type, after.Type) ? ChangeLevel.Safe : ChangeLevel.Breaking;
            changes.Add(level, ChangeKind.FieldTypeChanged, coordinate, $"{coordinate} was {before.Type} and is {after.Type}.");
        }
        inputs.CompareArguments(coordinate, before.Arguments, after.Arguments);
    }

    private void CompareMembers(UnionType before, UnionType after)
    {
        foreach (var gone in before.Types.Where(t => after.Types.All(other => other.Name != t.Name)))
            changes.Add(ChangeLevel.Breaking, ChangeKind.UnionMemberRemoved, before.Name, $"{gone.Name} is no longer in {before.Name}.");
        foreach (var added in after.Types.Where(t => before.Types.All(other => other.Name != t.Name)))
            changes.Add(ChangeLevel.Dangerous, ChangeKind.UnionMemberAdded, before.Name, $"{added.Name} is now in {before.Name}.");
    }

    private void CompareValues(EnumType before, EnumType after)
    {
        foreach (var value in before.Values)
        {
            var coordinate = $"{before.Name}.{value.Name}";
            if (after.Value(value.Name) is not { } same)
            {
                changes.Add(ChangeLevel.Breaking, ChangeKind.EnumValueRemoved, coordinate, $"{coordinate} is no longer there.");
                continue;
            }
            changes.CompareDescriptions(coordinate, value.Description, same.Description);
            changes.CompareDeprecations(coordinate, value.DeprecationReason, same.DeprecationReason);
            changes.CompareApplied(coordinate, value.Directives, same.Directives);
        }
        foreach (var added in after.Values.Where(v => before.Value(v.Name) is null).Select(v => $"{after.Name}.{v.Name}"))
            changes.Add(
                ChangeLevel.Dangerous, ChangeKind.EnumValueAdded, added, $"{added} is new: answers may hold a value unknown before.");
    }

    private void CompareScalars(ScalarType before, ScalarType after)
    {
        if (before.SpecifiedBy == after.SpecifiedBy) return;
        var message = $"{before.Name} was specified by {before.SpecifiedBy ?? "nothing"} and is by {after.SpecifiedBy ?? "nothing"}.";
        changes.Add(ChangeLevel.Dangerous, ChangeKind.SpecifiedByChanged, before.Name, message);
    }

    private static string KindOf(NamedType type) => type switch
    {
        ObjectType => "an object",
        InterfaceType => "an interface",
        UnionType => "a union",
        EnumType => "an enum",
        InputObjectType => "an input object",
        _ => "a scalar",
    };
}

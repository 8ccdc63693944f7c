using DataHub.Access;
using DataHub.GraphQL.Types;

namespace DataHub.Planning;

/// <summary>
/// Sort inputs as the contract declares them: a field of <c>XSortInput</c> orders by the field of X with that name, or by fields of the row
/// it points at.
/// </summary>
internal sealed class ContractOrders(AccessRules rules, BindingFaults faults)
{
    /// <summary>The map of an input for rows of a type.</summary>
    public SortMap For(InputObjectType input, ObjectType type, TableType rows) => Map(input, type, rows, of: null);

    private SortMap Map(InputObjectType input, ObjectType type, TableType rows, ToOneField? of)
    {
        var map = new SortMap();
        foreach (var field in input.Fields)
        {
            var place = $"{input.Name}.{field.Name}";
            if (type.Field(field.Name) is not { } told || !Add(map, field, told, (rows, of)))
                faults.Add(place, $"no order of {type.Name} understands it");
            else if (!rules.Guards(input, told))
                faults.Add(place, $"tells of {told.Coordinate}, but is open to more callers; call the input {type.Name}SortInput");
        }
        return map;
    }

    private bool Add(SortMap map, InputValueDefinition field, FieldDefinition told, (TableType Rows, ToOneField? Of) at)
    {
        switch (at.Rows.Fields.GetValueOrDefault(told.Name), field.Type.Named)
        {
            case (ColumnField column, EnumType):
                map.Keys.Add(field.Name, KeyOf(column, at.Of));
                return true;
            // Rows that only some callers may see would tell of themselves by where they stand; keys of keys need more joins than one.
            case (ToOneField relation, InputObjectType input) when at.Of is null && relation.Target().RowRule is null:
                map.Relations.Add(field.Name, Map(input, (ObjectType)told.Type.Named, relation.Target(), relation));
                return true;
            default:
                return false;
        }
    }

    private static SortKey KeyOf(ColumnField column, ToOneField? of) => of?.Known is { } known && known.Target == column.Column
        ? new SortKey(known.Own, column.ClrType)
        : new SortKey(column.Column, column.ClrType) { Of = of };
}

/// <summary>What the fields of a sort input order by.</summary>
internal sealed class SortMap
{
    /// <summary>Sort keys by field.</summary>
    public Dictionary<string, SortKey> Keys { get; } = new(StringComparer.Ordinal);

    /// <summary>Maps of to-one relations by field.</summary>
    public Dictionary<string, SortMap> Relations { get; } = new(StringComparer.Ordinal);
}

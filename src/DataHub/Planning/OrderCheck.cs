using DataHub.Access;
using DataHub.GraphQL.Types;

namespace DataHub.Planning;

/// <summary>
/// Looks at the orders that lists have when none is asked for: one by a value that some see in another form, or by consent, would tell of it
/// by where the rows stand. Orders that can be asked for are not in the views of those who may not have them.
/// </summary>
internal sealed class OrderCheck(Schema schema, IReadOnlyDictionary<string, TableType> types, AccessRules rules, BindingFaults faults)
{
    public void Run()
    {
        foreach (var type in types.Values)
            foreach (var children in type.Fields.Values.OfType<ChildrenField>()) Check($"{type.Name}.{children.Name}", children.Target(), children.Order);
        foreach (var field in schema.Types.OfType<FieldsType>().SelectMany(type => type.Fields))
            if (field.Resolver is ListResolver list) Check(field.Coordinate, list.Rows, list.Order);
    }

    private void Check(string coordinate, TableType rows, IReadOnlyList<SortKey> order)
    {
        foreach (var key in order)
        {
            var target = key.Of?.Target() ?? rows;
            var veiled = target.Fields.Values.OfType<ColumnField>().FirstOrDefault(field => field.Column == key.Column && IsVeiled(target, field));
            if (veiled is not null) faults.Add(coordinate, $"is ordered by {target.Name}.{veiled.Name}, which some may not see as it is");
        }
    }

    private bool IsVeiled(TableType type, ColumnField field) => field.Column != type.Key
        && (schema.Type(type.Name) as FieldsType)?.Field(field.Name) is { } told
        && !rules.LeastSightOf(told).IsFull;
}

using DataHub.GraphQL.Types;

namespace DataHub.Planning;

/// <summary>The lists of the contract that take conditions or an order.</summary>
internal sealed class ContractLists
{
    private readonly Dictionary<FieldDefinition, ListArguments> byField = [];

    /// <summary>Finds them; an argument that nothing understands is a fault.</summary>
    public ContractLists(
        Schema schema, IReadOnlyDictionary<string, TableType> types, (ContractFilters Filters, ContractOrders Orders) inputs)
    {
        foreach (var field in schema.Types.OfType<ObjectType>().Where(t => !t.IsBuiltIn).SelectMany(t => t.Fields))
        {
            if (field.Type.Named is not ObjectType connection || connection.Field("nodes")?.Type.Named is not ObjectType type) continue;
            if (!types.TryGetValue(type.Name, out var rows)) continue;
            var where = field.Argument("where")?.Type.Named as InputObjectType;
            var order = field.Argument("order")?.Type.Named as InputObjectType;
            if (where is null && order is null) continue;
            byField.Add(field, new ListArguments(
                where is null ? null : inputs.Filters.For(where, type, rows), order is null ? null : inputs.Orders.For(order, type, rows)));
        }
    }

    /// <summary>Null for a field that takes neither.</summary>
    public ListArguments? Of(FieldDefinition field) => byField.GetValueOrDefault(field);
}

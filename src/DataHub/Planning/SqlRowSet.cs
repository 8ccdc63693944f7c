using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Types;

namespace DataHub.Planning;

/// <summary>Rows of a table-backed type, or of one joined to it, out of one result.</summary>
internal sealed class SqlRowSet(RowStore store, RowNode node, HubRequest request) : RowSet
{
    public override int Count => store.Count;

    public override ObjectType TypeOf(int row) => (ObjectType)request.View.Schema.Type(node.Type.Name)!;

    public override Column<T> Column<T>(string name) =>
        node.Ordinals.TryGetValue(name, out var ordinal) && store[ordinal] is Column<T> column
            ? column
            : throw new InvalidOperationException($"{node.Type.Name} was read without its column {name}.");

    public override ResolvedField Read(FieldSelection field) => node.Type.Fields[field.Definition.Name] switch
    {
        NodeIdField id => ResolvedField.Leaf(new NodeIdColumn(Column<long>(id.KeyColumn), node.Type.Name, request.Hub.Ids)),
        ComputedField computed => computed.Compute(request, this),
        ToOneField toOne => ReadJoined(toOne),
        var leaf => ResolvedField.Leaf(store[node.OrdinalOf(leaf)]),
    };

    private ResolvedField ReadJoined(ToOneField toOne)
    {
        var joined = node.Joins[toOne.Name];
        var presence = store[joined.Ordinals[toOne.Presence.Column]];
        var rowOf = new int[Count];
        for (var row = 0; row < rowOf.Length; row++) rowOf[row] = presence.IsNull(row) ? -1 : row;
        return ResolvedField.One(new SqlRowSet(store, joined, request), rowOf);
    }
}

using DataHub.GraphQL.Execution;
using DataHub.Shared.Ids;

namespace DataHub.Planning;

/// <summary>Keys as the ids that consumers get.</summary>
internal sealed class NodeIdColumn(Column<long> keys, string type, NodeIds ids) : Column<string>
{
    public override int Count => keys.Count;

    public override string this[int row] => ids.Encode(type, keys[row]);

    public override bool IsNull(int row) => keys.IsNull(row);
}

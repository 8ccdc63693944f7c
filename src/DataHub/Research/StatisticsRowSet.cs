using DataHub.GraphQL.Execution;
using DataHub.Planning;

namespace DataHub.Research;

/// <summary>The one object of type Statistics: its groups and what is told of them together.</summary>
internal sealed class StatisticsRowSet(RowSet groups, int[] order, DateTime asOf) : RowSet
{
    public override int Count => 1;

    public override ResolvedField Read(FieldSelection field) => field.Definition.Name switch
    {
        "rows" => ResolvedField.Many(groups, [0, groups.Count], order[..groups.Count]),
        "suppressedRows" => ResolvedField.Leaf(new FunctionColumn<int>(1, _ => Suppressed())),
        "threshold" => ResolvedField.Leaf(new FunctionColumn<int>(1, _ => StatisticsQuery.Threshold)),
        "asOf" => ResolvedField.Leaf(new FunctionColumn<DateTime>(1, _ => asOf)),
        _ => throw new InvalidOperationException($"{field.Definition.Coordinate} is no field of the statistics."),
    };

    private int Suppressed()
    {
        var suppressed = groups.Column<bool>("suppressed");
        return Enumerable.Range(0, suppressed.Count).Count(row => suppressed[row]);
    }
}

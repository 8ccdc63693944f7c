using DataHub.GraphQL.Execution;
using DataHub.Planning;

namespace DataHub.Research;

/// <summary>The one object of type Statistics: its groups, by the rows that hold them, and what is told of them together.</summary>
internal sealed class StatisticsRowSet(RowSet rows, int[] groups, string source, DateTime asOf) : RowSet
{
    public const string RollUp = "ROLL_UP";
    public const string Exact = "EXACT";

    public override int Count => 1;

    public override ResolvedField Read(FieldSelection field) => field.Definition.Name switch
    {
        "rows" => ResolvedField.Many(rows, [0, groups.Length], groups),
        "suppressedRows" => ResolvedField.Leaf(new FunctionColumn<int>(1, _ => Suppressed())),
        "threshold" => ResolvedField.Leaf(new FunctionColumn<int>(1, _ => StatisticsSql.Threshold)),
        "asOf" => ResolvedField.Leaf(new FunctionColumn<DateTime>(1, _ => asOf)),
        "source" => ResolvedField.Leaf(new FunctionColumn<string>(1, _ => source)),
        _ => throw new InvalidOperationException($"{field.Definition.Coordinate} is no field of the statistics."),
    };

    private int Suppressed()
    {
        var suppressed = rows.Column<bool>("suppressed");
        return groups.Count(row => suppressed[row]);
    }
}

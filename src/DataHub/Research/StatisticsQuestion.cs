using DataHub.GraphQL.Execution;
using DataHub.Planning;

namespace DataHub.Research;

/// <summary>What the field statistics asks for.</summary>
/// <param name="By">Dimensions to group by, in their order.</param>
/// <param name="Conditions">Dimensions with the codes that count.</param>
/// <param name="IsExact">True when the businesses are to be counted now, whatever is kept.</param>
internal sealed record StatisticsQuestion(
    IReadOnlyList<StatisticsDimension> By, IReadOnlyList<(StatisticsDimension Dimension, SqlValue Codes)> Conditions, bool IsExact)
{
    private const int MostDimensions = 4;

    private static readonly (string Field, StatisticsDimension Dimension)[] Filters =
        [("regencies", StatisticsDimension.Regency), ("scales", StatisticsDimension.Scale), ("sectors", StatisticsDimension.Sector)];

    /// <summary>Columns that tell the groups apart, in the order of the dimensions.</summary>
    public IEnumerable<StatisticsKey> Keys => By.SelectMany(dimension => dimension.Keys);

    /// <summary>The grouping that answers; null: the businesses have to be counted.</summary>
    public int? RollUp => IsExact ? null : RollUps.Covering(Bits(By) | Bits(Conditions.Select(condition => condition.Dimension)));

    /// <summary>True when each row of the grouping is a group of the answer.</summary>
    public bool IsWhole => RollUp == Bits(By);

    /// <summary>Reads the arguments; throws what the client is told when they do not fit.</summary>
    public static StatisticsQuestion Of(FieldSelection field)
    {
        var by = Array.ConvertAll(field.Argument<object?[]>("by")!, name => StatisticsDimension.All[(string)name!]);
        if (by.Length is 0 or > MostDimensions || by.Distinct().Count() < by.Length)
            throw PageRequest.Wrong(field, "by", $"it must name 1 to {MostDimensions} different dimensions");
        var where = field.Argument<InputObject>("where");
        var conditions = new List<(StatisticsDimension, SqlValue)>();
        foreach (var (name, dimension) in Filters)
            if (where?.List<string>(name) is { } codes) conditions.Add((dimension, SqlValue.Texts([.. codes.Select(code => code!)])));
        return new StatisticsQuestion(by, conditions, field.Argument<bool>("exact"));
    }

    private static int Bits(IEnumerable<StatisticsDimension> dimensions) => dimensions.Aggregate(0, (bits, dimension) => bits | dimension.Bit);
}

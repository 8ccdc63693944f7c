using DataHub.GraphQL.Execution;
using DataHub.Planning;

namespace DataHub.Research;

/// <summary>Grouped counts and sums over businesses that hold a NIB, from a roll-up unless exact ones are asked for.</summary>
internal static class StatisticsQuery
{
    public static async ValueTask<ResolvedField> ReadAsync(HubRequest request, FieldSelection field, TableType row)
    {
        var question = StatisticsQuestion.Of(field);
        var rollUp = question.RollUp;
        // Before the businesses are read: all that was committed by then is counted.
        var now = request.Hub.Time.GetUtcNow().UtcDateTime;
        var groups = rollUp is { } grouping ? StatisticsSql.OfRollUp(question, grouping) : StatisticsSql.OfBusinesses(question);
        var row0 = Identifier.Alias(0);
        var asked = field.Selection.Fields.ToLookup(f => f.Definition.Name);
        var (rows, order) = await LookUp.ReadAsync(
            request, row, asked["rows"].Select(f => f.Selection),
            new LookUpSource(Fragment.Of($"({groups}) {row0}"), null, Fragment.Of($"coalesce({row0}.position, 1)"), StatisticsSql.MostRows + 1)
            {
                Also = [.. Also(asked.Contains("suppressedRows"), rollUp is not null)],
            });
        if (rows.Count > StatisticsSql.MostRows)
            throw PageRequest.Wrong(field, "by", $"it gives more than {StatisticsSql.MostRows} groups: name fewer dimensions, or a condition");
        if (rollUp is null) return ResolvedField.One(new StatisticsRowSet(rows, order[..rows.Count], StatisticsRowSet.Exact, now));
        var count = rows.Column<long>("position").IsNull(0) ? 0 : rows.Count;
        return ResolvedField.One(new StatisticsRowSet(rows, order[..count], StatisticsRowSet.RollUp, rows.Column<DateTime>("as_of")[0]));
    }

    private static IEnumerable<(string, Type)> Also(bool suppressed, bool rollUp)
    {
        if (suppressed) yield return ("suppressed", typeof(bool));
        if (!rollUp) yield break;
        yield return ("position", typeof(long));
        yield return ("as_of", typeof(DateTime));
    }
}

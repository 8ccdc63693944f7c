using DataHub.GraphQL.Execution;
using DataHub.Planning;

namespace DataHub.Research;

/// <summary>Grouped counts and sums over businesses that hold a NIB. Figures that rest on 1 to 4 businesses never leave PostgreSQL.</summary>
internal static class StatisticsQuery
{
    /// <summary>Smallest number of businesses whose figures are shown (DOMAIN: a design rule, no article prescribes it).</summary>
    public const int Threshold = 5;

    /// <summary>Most groups in an answer.</summary>
    public const int MostRows = 10_000;

    private const int MostDimensions = 4;

    /// <summary>Names by dimension: what to group by, and the column of the answer it fills.</summary>
    private static readonly Dictionary<string, (string Column, Fragment Sql)> Dimensions = new(StringComparer.Ordinal)
    {
        ["REGENCY"] = ("regency_code", Fragment.Of($"b.regency_code")),
        ["DISTRICT"] = ("district_code", Fragment.Of($"b.district_code")),
        ["SCALE"] = ("scale", Fragment.Of($"b.scale")),
        ["SECTOR"] = ("sector_code", Fragment.Of($"b.sector_code")),
        ["GENDER"] = ("gender", Fragment.Of($"o.gender")),
        ["STATUS"] = ("status", Fragment.Of($"b.status")),
        ["REGISTRATION_YEAR"] = ("registration_year", Fragment.Of($"extract(year from b.registered_on)::int")),
    };

    public static async ValueTask<ResolvedField> ReadAsync(HubRequest request, FieldSelection field, TableType row)
    {
        var by = Array.ConvertAll(field.Argument<object?[]>("by")!, dimension => (string)dimension!);
        if (by.Length is 0 or > MostDimensions || by.Distinct(StringComparer.Ordinal).Count() < by.Length)
            throw PageRequest.Wrong(field, "by", $"it must name 1 to {MostDimensions} different dimensions");
        var rows = field.Selection.Fields.Where(f => f.Definition.Name == "rows").Select(f => f.Selection);
        var source = Fragment.Of($"({Groups(by, field.Argument<InputObject>("where"))}) {Identifier.Alias(0)}");
        var (groups, order) = await LookUp.ReadAsync(
            request, row, rows, new LookUpSource(source, null, Fragment.Of($"{Identifier.Alias(0)}.position"), MostRows + 1) { Also = [("suppressed", typeof(bool))] });
        if (groups.Count > MostRows) throw PageRequest.Wrong(field, "by", $"it gives more than {MostRows} groups: name fewer dimensions, or a condition");
        return ResolvedField.One(new StatisticsRowSet(groups, order, request.Hub.Time.GetUtcNow().UtcDateTime));
    }

    private static Fragment Groups(string[] by, InputObject? where)
    {
        var keys = Fragment.Join(", ", by.SelectMany(KeysOf));
        var columns = Fragment.Join(", ", Dimensions.Select(d => Column(d.Key, by)));
        var owner = by.Contains("GENDER") ? Fragment.Of($" left join registry.person o on o.id = b.owner_id") : Fragment.Empty;
        return Fragment.Of(
            $"""
            select {columns}, {(by.Contains("SECTOR") ? Fragment.Of($"b.kbli_version") : Fragment.Of($"null::text"))} as kbli_version,
              {Shown(Fragment.Of($"count(*)"), Fragment.Of($"count(*)::int"))} as count,
              {Shown(Fragment.Of($"count(b.annual_sales)"), Fragment.Of($"sum(b.annual_sales)"))} as sum_annual_sales,
              {Shown(Fragment.Of($"count(b.workers)"), Fragment.Of($"case when sum(b.workers) <= {int.MaxValue} then sum(b.workers)::int end"))} as sum_workers,
              count(*) < {Threshold} or count(b.annual_sales) between 1 and {Threshold - 1} or count(b.workers) between 1 and {Threshold - 1} as suppressed,
              row_number() over (order by {keys}) as position
            from registry.business b{owner} where {Condition(where)} group by {keys} order by {keys} limit {MostRows + 1}
            """);
    }

    private static IEnumerable<Fragment> KeysOf(string dimension) =>
        // Letters of sections mean different things in different editions of KBLI.
        dimension == "SECTOR" ? [Fragment.Of($"b.kbli_version"), Dimensions[dimension].Sql] : [Dimensions[dimension].Sql];

    private static Fragment Column(string dimension, string[] by)
    {
        var (column, sql) = Dimensions[dimension];
        var absent = dimension == "REGISTRATION_YEAR" ? Fragment.Of($"null::int") : Fragment.Of($"null::text");
        return Fragment.Of($"{(by.Contains(dimension) ? sql : absent)} as {new Identifier(column)}");
    }

    private static Fragment Shown(Fragment businesses, Fragment figure) => Fragment.Of($"case when {businesses} >= {Threshold} then {figure} end");

    private static Fragment Condition(InputObject? where)
    {
        List<Fragment> conditions = [Fragment.Of($"b.nib is not null")];
        Add("regencies", Fragment.Of($"b.regency_code"));
        Add("scales", Fragment.Of($"b.scale"));
        Add("sectors", Fragment.Of($"b.sector_code"));
        return Fragment.Join(" and ", conditions);

        void Add(string field, Fragment column)
        {
            if (where?.List<string>(field) is { } codes) conditions.Add(Fragment.Of($"{column} = any({SqlValue.Texts([.. codes.Select(c => c!)])})"));
        }
    }
}

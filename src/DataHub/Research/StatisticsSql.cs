using DataHub.Planning;

namespace DataHub.Research;

/// <summary>
/// Groups with their figures, as a FROM clause. Figures that rest on 1 to 4 businesses are null there: they never leave PostgreSQL. A column
/// that the statement around does not read is not computed: PostgreSQL drops it, and the aggregates in it, from a grouped sub-select.
/// </summary>
internal static class StatisticsSql
{
    /// <summary>Smallest number of businesses whose figures are shown (DOMAIN: a design rule, no article prescribes it).</summary>
    public const int Threshold = 5;

    /// <summary>Most groups in an answer.</summary>
    public const int MostRows = 10_000;

    /// <summary>Groups counted from the businesses as they are now.</summary>
    public static Fragment OfBusinesses(StatisticsQuestion question)
    {
        var figures = new Figures(
            Fragment.Of($"count(*)"), Fragment.Of($"count(b.annual_sales)"), Fragment.Of($"sum(b.annual_sales)"),
            Fragment.Of($"count(b.workers)"), Fragment.Of($"sum(b.workers)"));
        return Groups(question, key => key.OfBusiness, figures, Fragment.Of(
            $"from research.business_figure b where true{Conditions(question, key => key.OfBusiness)} group by {Keys(question, key => key.OfBusiness)}"));
    }

    /// <summary>Groups of a kept grouping, each with the time of which its figures are; without any there is one row without a position.</summary>
    public static Fragment OfRollUp(StatisticsQuestion question, int grouping)
    {
        var (figures, groupBy) = question.IsWhole
            ? (Figures.Kept(name => Fragment.Of($"b.{name}")), Fragment.Empty)
            : (Figures.Kept(name => Fragment.Of($"sum(b.{name})")), Fragment.Of($" group by {Keys(question, key => key.OfRollUp)}"));
        var groups = Groups(question, key => key.OfRollUp, figures, Fragment.Of(
            $"from research.roll_up_figure b where b.dimensions = {grouping} and b.businesses > 0{Conditions(question, key => key.OfRollUp)}{groupBy}"));
        return Fragment.Of($"select s.as_of, g.* from research.roll_up_time s left join ({groups}) g on true");
    }

    private static Fragment Groups(StatisticsQuestion question, Func<StatisticsKey, Fragment> read, Figures figures, Fragment from)
    {
        var asked = question.Keys.ToHashSet();
        var columns = StatisticsDimension.All.Values.SelectMany(dimension => dimension.Keys)
            .Select(key => Fragment.Of($"{(asked.Contains(key) ? read(key) : key.Absent)} as {new Identifier(key.Name)}"));
        var keys = Keys(question, read);
        return Fragment.Of(
            $"""
            select {Fragment.Join(", ", columns)},
              {Shown(figures.Businesses, Fragment.Of($"{figures.Businesses}::int"))} as count,
              {Shown(figures.SalesKnown, figures.AnnualSales)} as sum_annual_sales,
              {Shown(figures.WorkersKnown, Fragment.Of($"case when {figures.Workers} <= {int.MaxValue} then {figures.Workers}::int end"))} as sum_workers,
              {figures.Businesses} < {Threshold} or {Few(figures.SalesKnown)} or {Few(figures.WorkersKnown)} as suppressed,
              row_number() over (order by {keys}) as position
            {from} order by {keys} limit {MostRows + 1}
            """);
    }

    private static Fragment Keys(StatisticsQuestion question, Func<StatisticsKey, Fragment> read) => Fragment.Join(", ", question.Keys.Select(read));

    private static Fragment Conditions(StatisticsQuestion question, Func<StatisticsKey, Fragment> read) => Fragment.Join(
        "", question.Conditions.Select(condition => Fragment.Of($" and {read(condition.Dimension.Keys[^1])} = any({condition.Codes})")));

    private static Fragment Shown(Fragment businesses, Fragment figure) => Fragment.Of($"case when {businesses} >= {Threshold} then {figure} end");

    private static Fragment Few(Fragment businesses) => Fragment.Of($"{businesses} between 1 and {Threshold - 1}");

    /// <summary>Of a group: how many businesses, of how many the figure is known, and their sum.</summary>
    private sealed record Figures(Fragment Businesses, Fragment SalesKnown, Fragment AnnualSales, Fragment WorkersKnown, Fragment Workers)
    {
        public static Figures Kept(Func<Identifier, Fragment> read) => new(
            read(new Identifier("businesses")), read(new Identifier("sales_known")), read(new Identifier("annual_sales")),
            read(new Identifier("workers_known")), read(new Identifier("workers")));
    }
}

namespace DataHub.Bench.Floor;

/// <summary>Q5: counts and sums by regency and scale over all businesses with a NIB; figures of fewer than five are withheld.</summary>
internal static class GroupedTotals
{
    private static readonly Field[] Region = [new("code", Form.Text), new("name", Form.Text)];

    private static readonly Field[] Figures =
        [new("scale", Form.Text), new("count", Form.Number), new("sumAnnualSales", Form.Amount), new("sumWorkers", Form.Number)];

    private const string Statement = """
        select r.code, r.name, g.scale, case when g.count >= 5 then g.count::int end,
          case when g.sales_known >= 5 then g.sales::text end, case when g.workers_known >= 5 then g.workers::int end
        from (select regency_code, scale, count(*) as count, count(annual_sales) as sales_known, sum(annual_sales) as sales,
                count(workers) as workers_known, sum(workers) as workers
              from registry.business where nib is not null group by regency_code, scale) g
        left join registry.region r on r.code = g.regency_code
        order by g.regency_code, g.scale
        """;

    public static async Task AnswerAsync(Session session, Variables variables, Answer answer)
    {
        var batch = await session.BatchAsync("Q5", static () => [new(Statement)]);
        await using var rows = await batch.ExecuteReaderAsync();
        var json = answer.Json;
        json.WriteStartObject(Names.Statistics);
        json.WriteStartArray(Names.Rows);
        while (await rows.ReadAsync())
        {
            json.WriteStartObject();
            ToOne.Write(rows, 0, Names.Regency, Region, answer);
            Field.WriteAll(Figures, rows, 2, (json, answer.Scratch));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}

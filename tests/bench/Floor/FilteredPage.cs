namespace DataHub.Bench.Floor;

/// <summary>Q3: the first 50 businesses of a regency, scale and KBLI prefix by name.</summary>
internal static class FilteredPage
{
    private static readonly Field[] Fields =
        [new("nib", Form.Text), new("name", Form.Text), new("kbli", Form.Text), new("registeredOn", Form.Date), new("status", Form.Text)];

    private static readonly Field[] Region = [new("code", Form.Text), new("name", Form.Text)];
    private static readonly Field[] Count = [new("productsCount", Form.Number)];

    // The page is cut before anything is joined. Codes have ASCII digits only, so the codes with a prefix are a range; it is compared as
    // the index on the three columns is ordered, byte by byte.
    private const string Statement = """
        select b.nib, b.name, b.kbli, b.registered_on, b.status, d.code, d.name, r.code, r.name,
          (select count(*)::int from market.product p where p.business_id = b.id)
        from (select id, nib, name, kbli, registered_on, status, district_code, regency_code from registry.business
              where regency_code = $1 and scale = $2 and kbli ~>=~ $3 and kbli ~<~ $4 order by name, id limit 50) b
        left join registry.region d on d.code = b.district_code
        left join registry.region r on r.code = b.regency_code
        order by b.name, b.id
        """;

    public static async Task AnswerAsync(Session session, Variables variables, Answer answer)
    {
        var batch = await session.BatchAsync("Q3", static () => [Sql.WithText(Statement, 4)]);
        var command = batch.BatchCommands[0];
        command.Set(variables.Regency);
        command.Set(variables.Scale, 1);
        command.Set(variables.Kbli, 2);
        command.Set(variables.Kbli + ":", 3);
        await using var rows = await batch.ExecuteReaderAsync();
        var json = answer.Json;
        json.WriteStartObject(Names.Businesses);
        json.WriteStartArray(Names.Nodes);
        while (await rows.ReadAsync())
        {
            json.WriteStartObject();
            Field.WriteAll(Fields, rows, 0, (json, answer.Scratch));
            ToOne.Write(rows, 5, Names.District, Region, answer);
            ToOne.Write(rows, 7, Names.Regency, Region, answer);
            Field.WriteAll(Count, rows, 9, (json, answer.Scratch));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}

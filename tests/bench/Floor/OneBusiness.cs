namespace DataHub.Bench.Floor;

/// <summary>Q1: one business by NIB.</summary>
internal static class OneBusiness
{
    private static readonly Field[] Fields =
    [
        new("nib", Form.Text), new("name", Form.Text), new("scale", Form.Text), new("legalForm", Form.Text), new("kbli", Form.Text),
        new("registeredOn", Form.Date), new("status", Form.Text), new("annualSales", Form.Amount),
    ];

    private const string Statement = """
        select b.nib, b.name, b.scale, b.legal_form, b.kbli, b.registered_on, b.status, b.annual_sales::text
        from registry.business b where b.nib = $1
        """;

    public static async Task AnswerAsync(Session session, Variables variables, Answer answer)
    {
        if (await WriteAsync(session, variables.Nib, answer)) return;
        if (await SupersededNib.CurrentAsync(session, variables.Nib) is { } current && await WriteAsync(session, current, answer)) return;
        answer.Json.WriteNull(Names.Business);
    }

    /// <summary>False when no business has the NIB.</summary>
    private static async Task<bool> WriteAsync(Session session, string nib, Answer answer)
    {
        var batch = await session.BatchAsync("Q1", static () => [Sql.WithText(Statement)]);
        batch.BatchCommands[0].Set(nib);
        await using var rows = await batch.ExecuteReaderAsync();
        if (!await rows.ReadAsync()) return false;
        answer.Json.WriteStartObject(Names.Business);
        Field.WriteAll(Fields, rows, 0, (answer.Json, answer.Scratch));
        answer.Json.WriteEndObject();
        return true;
    }
}

using Npgsql;

namespace DataHub.Bench.Floor;

/// <summary>Q1: one business by NIB.</summary>
internal static class OneBusiness
{
    private static readonly Field[] Fields =
    [
        new("nib", Form.Text), new("name", Form.Text), new("scale", Form.Text), new("legalForm", Form.Text), new("kbli", Form.Text),
        new("registeredOn", Form.Date), new("status", Form.Text), new("annualSales", Form.Amount),
    ];

    // Every NIB that a business ever had leads to it; the one in force is that of the business itself.
    private const string Statement = """
        select b.nib, b.name, b.scale, b.legal_form, b.kbli, b.registered_on, b.status, b.annual_sales::text
        from registry.licence l join registry.business b on b.id = l.business_id where l.nib = $1
        """;

    public static async Task AnswerAsync(Session session, Variables variables, Answer answer)
    {
        var batch = await session.BatchAsync("Q1", static () => [Sql.WithText(Statement)]);
        batch.BatchCommands[0].Set(variables.Nib);
        await using var rows = await batch.ExecuteReaderAsync();
        if (!await rows.ReadAsync())
        {
            answer.Json.WriteNull(Names.Business);
            return;
        }
        answer.Json.WriteStartObject(Names.Business);
        Field.WriteAll(Fields, rows, 0, (answer.Json, answer.Scratch));
        answer.Json.WriteEndObject();
    }
}

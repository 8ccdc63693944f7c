using Npgsql;

namespace DataHub.Bench.Floor;

/// <summary>Q6: businesses by their NIBs, in the order asked, with their loans. Two round trips, one transaction.</summary>
internal static class BusinessesByNib
{
    private static readonly Field[] Fields = [new("nib", Form.Text), new("name", Form.Text), new("scale", Form.Text)];

    // In no order: the places are told by the NIB asked for.
    private const string Roots = "select b.id, b.nib, b.name, b.scale from registry.business b where b.nib = any($1)";

    private const string FormerNibs = """
        select b.id, b.nib, b.name, b.scale, l.nib
        from registry.licence l join registry.business b on b.id = l.business_id where l.nib = any($1)
        """;

    public static async Task AnswerAsync(Session session, Variables variables, Answer answer)
    {
        answer.Held.Clear();
        var rowOf = new Dictionary<string, int>(variables.Nibs.Length, StringComparer.Ordinal);
        var roots = await session.BatchAsync("Q6", static () => [Sql.Begin, Sql.WithTexts(Roots)]);
        roots.BatchCommands[1].Set(variables.Nibs);
        await ReadAsync(roots, answer.Held, rowOf, asked: 1);
        string[] unknown = [.. variables.Nibs.Where(nib => !rowOf.ContainsKey(nib)).Distinct(StringComparer.Ordinal)];
        if (unknown.Length > 0)
        {
            var former = await session.BatchAsync("Q6 former", static () => [Sql.WithTexts(FormerNibs)]);
            former.BatchCommands[0].Set(unknown);
            await ReadAsync(former, answer.Held, rowOf, asked: Fields.Length + 1);
        }
        await ReadLoansAsync(session, answer.Held.Keys(), answer);
        Write(answer, variables.Nibs, rowOf);
    }

    /// <summary>Holds the rows; the NIB that each answers is in column <paramref name="asked"/>.</summary>
    private static async Task ReadAsync(NpgsqlBatch batch, HeldRows held, Dictionary<string, int> rowOf, int asked)
    {
        await using var rows = await batch.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            rowOf.Add(rows.GetString(asked), held.Count);
            held.Add(rows, Fields);
        }
    }

    private static async Task ReadLoansAsync(Session session, long[] keys, Answer answer)
    {
        var batch = await session.BatchAsync("Q6 loans", static () => [Sql.WithLongs(ChildRows.LoansOfMany), Sql.Commit]);
        batch.BatchCommands[0].Set(keys);
        await using var rows = await batch.ExecuteReaderAsync();
        await answer.Children[0].ReadAsync(rows, answer.Scratch, ChildRows.Loan);
    }

    private static void Write(Answer answer, string[] nibs, Dictionary<string, int> rowOf)
    {
        var json = answer.Json;
        json.WriteStartArray(Names.BusinessesByNib);
        foreach (var nib in nibs)
        {
            if (!rowOf.TryGetValue(nib, out var row))
            {
                json.WriteNullValue();
                continue;
            }
            json.WriteStartObject();
            answer.Held.Write(row, Fields, json);
            answer.Children[0].Write(json, Names.Loans, answer.Held.Key(row));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}

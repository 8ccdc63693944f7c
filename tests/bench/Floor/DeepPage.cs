namespace DataHub.Bench.Floor;

/// <summary>Q4: 100 businesses after a key, each with loans and participations in programmes. Two round trips, one transaction.</summary>
internal static class DeepPage
{
    private static readonly Field[] Fields =
        [new("nib", Form.Text), new("name", Form.Text), new("scale", Form.Text), new("kbli", Form.Text)];

    private const string Page =
        "select b.id, b.nib, b.name, b.scale, b.kbli from registry.business b where b.id > $1 order by b.id limit 100";

    public static async Task AnswerAsync(Session session, Variables variables, Answer answer)
    {
        var page = await session.BatchAsync("Q4", static () => [Sql.Begin, Sql.WithLong(Page)]);
        page.BatchCommands[1].Set(variables.After);
        var held = answer.Held;
        held.Clear();
        await using (var rows = await page.ExecuteReaderAsync())
        {
            while (await rows.ReadAsync()) held.Add(rows, Fields);
        }
        await ReadChildrenAsync(session, held.Keys(), answer);
        Write(answer, held);
    }

    private static async Task ReadChildrenAsync(Session session, long[] keys, Answer answer)
    {
        var batch = await session.BatchAsync(
            "Q4 children", static () => [Sql.WithLongs(ChildRows.LoansOfMany), Sql.WithLongs(ChildRows.TrainingsOfMany), Sql.Commit]);
        batch.BatchCommands[0].Set(keys);
        batch.BatchCommands[1].Set(keys);
        await using var rows = await batch.ExecuteReaderAsync();
        await answer.Children[0].ReadAsync(rows, answer.Scratch, ChildRows.Loan);
        await rows.NextResultAsync();
        await answer.Children[1].ReadAsync(rows, answer.Scratch, ChildRows.Training);
    }

    private static void Write(Answer answer, HeldRows held)
    {
        var json = answer.Json;
        json.WriteStartObject(Names.Businesses);
        json.WriteStartArray(Names.Nodes);
        for (var row = 0; row < held.Count; row++)
        {
            json.WriteStartObject();
            held.Write(row, Fields, json);
            answer.Children[0].Write(json, Names.Loans, held.Key(row));
            answer.Children[1].Write(json, Names.Trainings, held.Key(row));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}

namespace DataHub.Bench.Floor;

/// <summary>Q7: a page of a walk over all businesses by key.</summary>
internal static class PlainPage
{
    private static readonly Field[] Fields =
    [
        new("nib", Form.Text), new("name", Form.Text), new("scale", Form.Text), new("kbli", Form.Text), new("registeredOn", Form.Date),
        new("status", Form.Text),
    ];

    public static async Task AnswerAsync(Session session, Variables variables, Answer answer)
    {
        // The size stands in the text: with a parameter in LIMIT a plan for all sizes would guess.
        var batch = await session.BatchAsync($"Q7/{variables.First}", () =>
        [
            Sql.WithLong($"""
                select b.id, b.nib, b.name, b.scale, b.kbli, b.registered_on, b.status
                from registry.business b where b.id > $1 order by b.id limit {variables.First + 1}
                """),
        ]);
        batch.BatchCommands[0].Set(variables.After);
        await using var rows = await batch.ExecuteReaderAsync();
        var (json, count, last) = (answer.Json, 0, 0L);
        json.WriteStartObject(Names.Businesses);
        json.WriteStartArray(Names.Nodes);
        // One row more than asked: it only tells that more follow.
        while (await rows.ReadAsync() && ++count <= variables.First)
        {
            last = rows.GetInt64(0);
            json.WriteStartObject();
            Field.WriteAll(Fields, rows, 1, (json, answer.Scratch));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        WritePageInfo(answer, count > variables.First, last);
        json.WriteEndObject();
    }

    private static void WritePageInfo(Answer answer, bool hasNext, long last)
    {
        answer.Json.WriteStartObject(Names.PageInfo);
        answer.Json.WriteBoolean(Names.HasNextPage, hasNext);
        Span<byte> cursor = stackalloc byte[20];
        last.TryFormat(cursor, out var length);
        if (last == 0) answer.Json.WriteNull(Names.EndCursor);
        else answer.Json.WriteString(Names.EndCursor, cursor[..length]);
        answer.Json.WriteEndObject();
    }
}

using System.Text.Json;
using Npgsql;

namespace DataHub.Bench.Floor;

/// <summary>Objects joined to a row; null when their first column, a key, is.</summary>
internal static class ToOne
{
    public static void Write(NpgsqlDataReader rows, int first, JsonEncodedText name, ReadOnlySpan<Field> fields, Answer answer)
    {
        if (rows.IsDBNull(first))
        {
            answer.Json.WriteNull(name);
            return;
        }
        answer.Json.WriteStartObject(name);
        Field.WriteAll(fields, rows, first, (answer.Json, answer.Scratch));
        answer.Json.WriteEndObject();
    }
}

using System.Buffers;
using System.Text.Json;
using Npgsql;

namespace DataHub.Bench.Floor;

/// <summary>The child lists of many parents as finished JSON, read from rows that come ordered by parent.</summary>
internal sealed class ChildLists(JsonWriterOptions options)
{
    /// <summary>Rows of a page of children when the caller names no size.</summary>
    public const int PageSize = 50;

    private readonly ArrayBufferWriter<byte> buffer = new(64 * 1024);
    private readonly Dictionary<long, (int Start, int Length)> lists = [];
    private Utf8JsonWriter? json;

    /// <summary>
    /// Reads all rows of the current result: the parent's key in the first column, then the row's own, which <paramref name="write"/>
    /// writes.
    /// </summary>
    public async Task ReadAsync(NpgsqlDataReader rows, byte[] scratch, Action<NpgsqlDataReader, Utf8JsonWriter, byte[]> write)
    {
        buffer.ResetWrittenCount();
        lists.Clear();
        json ??= new Utf8JsonWriter(buffer, options);
        long? parent = null;
        var (start, count) = (0, 0);
        while (await rows.ReadAsync())
        {
            var key = rows.GetInt64(0);
            if (key != parent)
            {
                Close(parent, start);
                (parent, start, count) = (key, buffer.WrittenCount, 0);
                json.WriteStartArray();
            }
            if (++count <= PageSize) write(rows, json, scratch);
        }
        Close(parent, start);
    }

    /// <summary>Writes a parent's list as a member with the rows in <c>nodes</c>.</summary>
    public void Write(Utf8JsonWriter to, JsonEncodedText name, long parent)
    {
        to.WriteStartObject(name);
        to.WritePropertyName(Names.Nodes);
        var list = lists.TryGetValue(parent, out var at) ? buffer.WrittenSpan.Slice(at.Start, at.Length) : "[]"u8;
        to.WriteRawValue(list, skipInputValidation: true);
        to.WriteEndObject();
    }

    private void Close(long? parent, int start)
    {
        if (parent is not { } key) return;
        json!.WriteEndArray();
        json.Flush();
        lists.Add(key, (start, buffer.WrittenCount - start));
        json.Reset(buffer);
    }
}

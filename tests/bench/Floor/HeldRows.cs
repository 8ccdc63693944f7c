using System.Text.Json;
using Npgsql;

namespace DataHub.Bench.Floor;

/// <summary>Rows as text in one array, kept until their children are there.</summary>
internal sealed class HeldRows
{
    private byte[] bytes = new byte[64 * 1024];
    private readonly List<long> keys = [];
    private readonly List<(int Start, int Length)> values = [];
    private int used;

    public int Count => keys.Count;

    public long Key(int row) => keys[row];

    public long[] Keys() => [.. keys];

    public void Clear()
    {
        keys.Clear();
        values.Clear();
        used = 0;
    }

    /// <summary>Takes a row: its key in the first column, then the fields.</summary>
    public void Add(NpgsqlDataReader row, ReadOnlySpan<Field> fields)
    {
        keys.Add(row.GetInt64(0));
        for (var i = 0; i < fields.Length; i++) Add(row, i + 1, fields[i]);
    }

    /// <summary>Writes the fields of a row as members of the open object.</summary>
    public void Write(int row, ReadOnlySpan<Field> fields, Utf8JsonWriter json)
    {
        for (var i = 0; i < fields.Length; i++)
        {
            var (start, length) = values[row * fields.Length + i];
            if (length < 0) fields[i].WriteNull(json);
            else fields[i].Write(bytes.AsSpan(start, length), json);
        }
    }

    private void Add(NpgsqlDataReader row, int ordinal, Field field)
    {
        if (row.IsDBNull(ordinal))
        {
            values.Add((used, -1));
            return;
        }
        // No value of these columns is longer.
        if (bytes.Length - used < 4096) Array.Resize(ref bytes, bytes.Length * 2);
        var length = field.Copy(row, ordinal, bytes, used);
        values.Add((used, length));
        used += length;
    }
}

using System.Buffers.Text;
using System.Text.Json;
using Npgsql;

namespace DataHub.Bench.Floor;

/// <summary>Forms of columns.</summary>
internal enum Form
{
    /// <summary>text: a JSON string, its bytes as they are.</summary>
    Text,

    /// <summary>numeric cast to text by PostgreSQL: a JSON string without the zeros at its end.</summary>
    Amount,

    /// <summary>date: a JSON string.</summary>
    Date,

    /// <summary>int: a JSON number.</summary>
    Number,

    /// <summary>boolean.</summary>
    Boolean,
}

/// <summary>A column of a statement and the member of the answer it becomes.</summary>
internal sealed record Field(string Name, Form Form)
{
    private readonly JsonEncodedText name = JsonEncodedText.Encode(Name);

    /// <summary>Writes columns from <paramref name="first"/> on as members of the open object.</summary>
    public static void WriteAll(ReadOnlySpan<Field> fields, NpgsqlDataReader row, int first, (Utf8JsonWriter Json, byte[] Scratch) to)
    {
        for (var i = 0; i < fields.Length; i++) fields[i].Write(row, first + i, to.Json, to.Scratch);
    }

    /// <summary>Writes a value that is held as text.</summary>
    public void Write(ReadOnlySpan<byte> value, Utf8JsonWriter json)
    {
        switch (Form)
        {
            case Form.Amount: json.WriteString(name, Amounts.Shorten(value)); break;
            case Form.Number or Form.Boolean:
                json.WritePropertyName(name);
                json.WriteRawValue(value, skipInputValidation: true);
                break;
            default: json.WriteString(name, value); break;
        }
    }

    public void WriteNull(Utf8JsonWriter json) => json.WriteNull(name);

    /// <summary>
    /// The value, which is not null, as text in the form that <see cref="Write(ReadOnlySpan{byte}, Utf8JsonWriter)"/> takes; its length.
    /// </summary>
    public int Copy(NpgsqlDataReader row, int ordinal, byte[] to, int at)
    {
        switch (Form)
        {
            case Form.Date:
                row.GetFieldValue<DateOnly>(ordinal).TryFormat(to.AsSpan(at), out var dateLength, "O");
                return dateLength;
            case Form.Number:
                Utf8Formatter.TryFormat(row.GetInt32(ordinal), to.AsSpan(at), out var numberLength);
                return numberLength;
            case Form.Boolean:
                var word = row.GetBoolean(ordinal) ? "true"u8 : "false"u8;
                word.CopyTo(to.AsSpan(at));
                return word.Length;
            default: return (int)row.GetBytes(ordinal, 0, to, at, to.Length - at);
        }
    }

    private void Write(NpgsqlDataReader row, int ordinal, Utf8JsonWriter json, byte[] scratch)
    {
        if (row.IsDBNull(ordinal)) json.WriteNull(name);
        else if (Form == Form.Number) json.WriteNumber(name, row.GetInt32(ordinal));
        else if (Form == Form.Boolean) json.WriteBoolean(name, row.GetBoolean(ordinal));
        else Write(scratch.AsSpan(0, Copy(row, ordinal, scratch, 0)), json);
    }
}

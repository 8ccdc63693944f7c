using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace DataHub.Bench.Floor;

/// <summary>The variables of a request, those of all seven queries.</summary>
internal sealed class Variables
{
    private static readonly JsonEncodedText Name = JsonEncodedText.Encode("variables");

    public string Nib { get; private set; } = "";

    public string[] Nibs { get; private set; } = [];

    public string Regency { get; private set; } = "";

    public string Scale { get; private set; } = "";

    public string Kbli { get; private set; } = "";

    /// <summary>The key of the row that the page follows: this endpoint's cursor is the key itself.</summary>
    public long After { get; private set; }

    public int First { get; private set; }

    public static async ValueTask<Variables> ReadAsync(HttpRequest request)
    {
        var length = (int)(request.ContentLength ?? 0);
        var body = await request.BodyReader.ReadAtLeastAsync(length);
        var variables = new Variables();
        variables.Read(body.Buffer);
        request.BodyReader.AdvanceTo(body.Buffer.End);
        return variables;
    }

    private void Read(ReadOnlySequence<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName) continue;
            var isVariables = reader.ValueTextEquals(Name.EncodedUtf8Bytes);
            reader.Read();
            if (isVariables) ReadObject(ref reader);
            else reader.Skip();
        }
    }

    private void ReadObject(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("nib"u8)) Nib = Text(ref reader);
            else if (reader.ValueTextEquals("regency"u8)) Regency = Text(ref reader);
            else if (reader.ValueTextEquals("scale"u8)) Scale = Text(ref reader);
            else if (reader.ValueTextEquals("kbli"u8)) Kbli = Text(ref reader);
            else if (reader.ValueTextEquals("after"u8)) After = long.Parse(Text(ref reader), CultureInfo.InvariantCulture);
            else if (reader.ValueTextEquals("first"u8)) First = Number(ref reader);
            else if (reader.ValueTextEquals("nibs"u8)) Nibs = Texts(ref reader);
            else throw new JsonException("No query has such a variable.");
        }
    }

    private static string Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetString()!;
    }

    private static int Number(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetInt32();
    }

    private static string[] Texts(ref Utf8JsonReader reader)
    {
        var texts = new List<string>(256);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.String) texts.Add(reader.GetString()!);
        return [.. texts];
    }
}

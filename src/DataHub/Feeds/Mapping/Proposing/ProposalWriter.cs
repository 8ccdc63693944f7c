using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace DataHub.Feeds.Mapping.Proposing;

/// <summary>Writes a proposal as the mapping file that <see cref="MappingFile"/> reads.</summary>
public static class ProposalWriter
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n"
    };

    /// <summary>The file's text.</summary>
    public static string Write(MappingProposal proposal)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            WriteHead(json, proposal.Mapping);
            if (proposal.Mapping.Kind == MappingKind.List) WriteBody(json, proposal);
            json.WriteStartArray("left");
            foreach (var left in proposal.Left) WriteLeft(json, left);
            json.WriteEndArray();
            WriteTexts(json, "notes", proposal.Notes);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static void WriteHead(Utf8JsonWriter json, FeedMapping mapping)
    {
        json.WriteNumber("mapping", MappingFile.Version);
        json.WriteString("feed", mapping.Feed.Name);
        json.WriteString("kind", Camel(mapping.Kind));
        if (mapping.Message is { } message) json.WriteString("message", message);
        json.WriteString("list", mapping.List);
        if (mapping.Sheet is { } sheet) json.WriteString("sheet", sheet);
        json.WriteStartObject("rows");
        json.WriteStartArray("header");
        foreach (var line in mapping.Rows.Header) json.WriteNumberValue(line);
        json.WriteEndArray();
        if (mapping.Rows.First is { } first) json.WriteNumber("first", first);
        if (mapping.Rows.Last is { } last) json.WriteNumber("last", last);
        if (mapping.Rows.Section is { } section) json.WriteString("section", section);
        json.WriteEndObject();
    }

    private static void WriteBody(Utf8JsonWriter json, MappingProposal proposal)
    {
        WriteTexts(json, "key", proposal.Mapping.Key);
        json.WriteStartObject("constants");
        foreach (var (field, value) in proposal.Mapping.Constants) json.WriteString(field, value);
        json.WriteEndObject();
        json.WriteStartArray("columns");
        foreach (var column in proposal.Columns) WriteColumn(json, column);
        json.WriteEndArray();
        WriteTexts(json, "empty", proposal.Mapping.Empty);
    }

    private static void WriteColumn(Utf8JsonWriter json, ProposedColumn proposed)
    {
        var column = proposed.Column;
        json.WriteStartObject();
        if (column.From.Count == 1) json.WriteString("from", column.From[0]);
        else WriteTexts(json, "from", column.From);
        json.WriteString("to", column.To);
        if (column.Form is { } form) json.WriteString("form", Camel(form));
        if (column.Unit != 1) json.WriteNumber("unit", column.Unit);
        if (column.Decimals is { } mark) json.WriteString("decimals", mark.ToString());
        if (column.Dates != DateOrder.DayFirst) json.WriteString("dates", Camel(column.Dates));
        if (column.Split is { } split) json.WriteString("split", split);
        if (column.Empty.Count > 0) WriteTexts(json, "empty", column.Empty);
        json.WriteNumber("confidence", (decimal)proposed.Confidence);
        json.WriteString("reason", proposed.Reason);
        json.WriteEndObject();
    }

    private static void WriteLeft(Utf8JsonWriter json, LeftColumn left)
    {
        json.WriteStartObject();
        json.WriteString("column", left.Column);
        json.WriteString("reason", left.Reason);
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static string Camel<T>(T value) where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}

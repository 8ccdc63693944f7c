using System.Text;

namespace DataHub.GraphQL.Language;

/// <summary>Section 2.10.4, block strings.</summary>
internal static class BlockString
{
    /// <summary>Takes uniform indentation and blank outer lines away. https://spec.graphql.org/September2025/#BlockStringValue()</summary>
    public static string Value(string rawValue)
    {
        var lines = Lines(rawValue);
        var commonIndent = CommonIndent(rawValue, lines);
        var first = lines.FindIndex(line => !IsBlank(rawValue.AsSpan(line)));
        if (first < 0) return "";
        var last = lines.FindLastIndex(line => !IsBlank(rawValue.AsSpan(line)));
        var formatted = new StringBuilder(rawValue.Length);
        for (var i = first; i <= last; i++)
        {
            var line = rawValue.AsSpan(lines[i]);
            if (i > first) formatted.Append('\n');
            formatted.Append(i == 0 ? line : line[Math.Min(commonIndent, line.Length)..]);
        }
        return formatted.ToString();
    }

    /// <summary>
    /// Writes a value as a block string whose lines stand at an indentation. False, writing nothing, when no block string has that value:
    /// one with outer blank lines, carriage returns or indentation of its own throughout.
    /// </summary>
    public static bool TryPrint(string value, int indent, StringBuilder text)
    {
        var escaped = value.Replace("\"\"\"", "\\\"\"\"", StringComparison.Ordinal);
        var body = escaped.Length == 0 ? "" : Layout(escaped, indent, isFirstOnOwnLine: true);
        // A first line that is indented deeper than the rest keeps its indentation only beside the quotes.
        if (!Gives(body, value)) body = Layout(escaped, indent, isFirstOnOwnLine: false);
        if (!Gives(body, value)) return false;
        text.Append("\"\"\"").Append(body).Append("\"\"\"");
        return true;
    }

    private static bool Gives(string body, string value) => Value(body.Replace("\\\"\"\"", "\"\"\"", StringComparison.Ordinal)) == value;

    private static string Layout(string escaped, int indent, bool isFirstOnOwnLine)
    {
        var body = new StringBuilder(escaped.Length);
        var lines = escaped.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0 || isFirstOnOwnLine) body.Append('\n');
            if (lines[i].Length > 0 && (i > 0 || isFirstOnOwnLine)) body.Append(' ', indent);
            body.Append(lines[i]);
        }
        return body.Append('\n').Append(' ', indent).ToString();
    }

    private static List<Range> Lines(string text)
    {
        var lines = new List<Range>();
        var start = 0;
        while (true)
        {
            var length = text.AsSpan(start).IndexOfAny('\n', '\r');
            if (length < 0) break;
            var end = start + length;
            lines.Add(start..end);
            start = text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? end + 2 : end + 1;
        }
        lines.Add(start..text.Length);
        return lines;
    }

    private static int CommonIndent(string text, List<Range> lines)
    {
        int? common = null;
        foreach (var range in lines.Skip(1))
        {
            var indent = text.AsSpan(range).IndexOfAnyExcept(' ', '\t');
            if (indent >= 0 && (common is null || indent < common)) common = indent;
        }
        return common ?? 0;
    }

    private static bool IsBlank(ReadOnlySpan<char> line) => line.IndexOfAnyExcept(' ', '\t') < 0;
}

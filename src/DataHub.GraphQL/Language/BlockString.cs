using System.Buffers;
using System.Text;

namespace DataHub.GraphQL.Language;

/// <summary>Section 2.10.4, block strings.</summary>
internal static class BlockString
{
    /// <summary>Takes uniform indentation and blank outer lines away. https://spec.graphql.org/September2025/#BlockStringValue()</summary>
    public static string Value(string rawValue)
    {
        if (rawValue.AsSpan().IndexOfAny('\n', '\r') < 0) return IsBlank(rawValue) ? "" : rawValue;
        var (first, last, commonIndent) = Measure(rawValue);
        if (first < 0) return "";
        // At most as long as it was: line ends become one character, lines get shorter.
        var formatted = ArrayPool<char>.Shared.Rent(rawValue.Length);
        var (length, line, column) = (0, 0, 0);
        for (var i = 0; i < rawValue.Length && line <= last; i++)
        {
            if (IsLineEnd(rawValue, ref i))
            {
                (line, column) = (line + 1, 0);
                if (line > first && line <= last) formatted[length++] = '\n';
            }
            else if (column++ >= (line == 0 ? 0 : commonIndent) && line >= first)
                formatted[length++] = rawValue[i];
        }
        var value = new string(formatted, 0, length);
        ArrayPool<char>.Shared.Return(formatted);
        return value;
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

    // The first and the last line that are not blank, -1 when all are; the indentation that all lines but the text's first share.
    private static (int First, int Last, int CommonIndent) Measure(string text)
    {
        int first = -1, last = -1, common = int.MaxValue, line = 0, indent = 0;
        var isBlank = true;
        for (var i = 0; i < text.Length; i++)
        {
            if (IsLineEnd(text, ref i))
                (line, indent, isBlank) = (line + 1, 0, true);
            else if (text[i] is ' ' or '\t')
            {
                if (isBlank) indent++;
            }
            else if (isBlank)
            {
                isBlank = false;
                if (first < 0) first = line;
                last = line;
                if (line > 0) common = Math.Min(common, indent);
            }
        }
        return (first, last, common == int.MaxValue ? 0 : common);
    }

    /// <summary>Of \r\n moves on to the second character.</summary>
    private static bool IsLineEnd(string text, ref int position)
    {
        if (text[position] is not ('\n' or '\r')) return false;
        if (text[position] == '\r' && position + 1 < text.Length && text[position + 1] == '\n') position++;
        return true;
    }

    private static bool IsBlank(ReadOnlySpan<char> line) => line.IndexOfAnyExcept(' ', '\t') < 0;
}

using DataHub.GraphQL.Errors;

namespace DataHub.GraphQL.Language;

/// <summary>A source text with its name (a file's name for SDL, null for a request).</summary>
public sealed class Source(string text, string? name = null)
{
    public string Text { get; } = text;

    public string? Name { get; } = name;

    /// <summary>Line and column of a position. Counts \n, \r\n and \r as one line end each (section 2.1.2 Line Terminators).</summary>
    public SourceLocation LocationAt(int position)
    {
        int line = 1, lineStart = 0;
        var end = Math.Min(position, Text.Length);
        for (var i = 0; i < end; i++)
        {
            if (Text[i] == '\n' || (Text[i] == '\r' && !(i + 1 < Text.Length && Text[i + 1] == '\n')))
            {
                line++;
                lineStart = i + 1;
            }
        }
        return new SourceLocation(line, position - lineStart + 1);
    }
}

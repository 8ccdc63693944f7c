using DataHub.GraphQL.Errors;

namespace DataHub.GraphQL.Language;

/// <summary>A source text with its name (a file's name for SDL, null for a request).</summary>
public sealed class Source(string text, string? name = null)
{
    private Mark last = new(0, 1, 0);

    public string Text { get; } = text;

    public string? Name { get; } = name;

    /// <summary>Line and column of a position. Counts \n, \r\n and \r as one line end each (section 2.1.2 Line Terminators).</summary>
    public SourceLocation LocationAt(int position)
    {
        var end = Math.Min(position, Text.Length);
        // Errors of a document come in the order of its text as a rule: a long text is not counted through for each.
        var from = last.Position <= end ? last : new Mark(0, 1, 0);
        var mark = from.Go(Text, end);
        last = mark;
        return new SourceLocation(mark.Line, position - mark.LineStart + 1);
    }

    /// <summary>A position and the line that it is in.</summary>
    private sealed record Mark(int Position, int Line, int LineStart)
    {
        public Mark Go(string text, int end)
        {
            // Behind the \r of a pair its \n is yet to come, which ends the line.
            var isInsidePair = end > Position && end < text.Length && text[end - 1] == '\r' && text[end] == '\n';
            var ended = text.AsSpan(Position, end - Position - (isInsidePair ? 1 : 0));
            var lines = ended.Count('\n') + ended.Count('\r') - ended.Count("\r\n");
            return new Mark(end, Line + lines, lines > 0 ? Position + ended.LastIndexOfAny('\n', '\r') + 1 : LineStart);
        }
    }
}

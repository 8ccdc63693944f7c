using System.Runtime.CompilerServices;
using System.Text;
using CsvHelper;

namespace DataHub.Feeds.Reading;

/// <summary>Splits a feed's text into rows and counts physical lines.</summary>
internal sealed class RowSplitter : IDisposable
{
    private readonly FeedHeader header;
    private readonly CsvReaderOptions options;
    private readonly CsvReader reader;
    private readonly int linesBefore;

    public RowSplitter(TextReader text, FeedHeader header, int linesBefore)
    {
        this.header = header;
        this.linesBefore = linesBefore;
        options = new CsvReaderOptions
        {
            Separator = header.Separator,
            HasHeader = false,
            TrackLineNumbers = true,
            DetectSeparatorHint = false,
            MaxRecordSize = TextProbe.LongestLine,
        };
        reader = CsvReader.Create(text, options);
    }

    /// <summary>All rows, blank lines left out.</summary>
    public IEnumerable<RawRow> Rows()
    {
        while (Next())
        {
            var line = linesBefore + (int)reader.LineNumber;
            if (IsBlank(reader)) continue;
            if (reader.RawRecord.IndexOfAny((byte)'\n', (byte)'\r') >= 0 && SwallowedRows(Text(reader)) is { } swallowed)
            {
                foreach (var row in Resplit(swallowed, line)) yield return row;
                continue;
            }
            yield return Row(reader, line);
        }
    }

    public void Dispose() => reader.Dispose();

    private bool Next()
    {
        try
        {
            return reader.Read();
        }
        catch (CsvFormatException error)
        {
            throw new FeedRefusedException(
                $"the row after line {linesBefore + Math.Max(0, error.LineNumber - 1)} is longer than {TextProbe.LongestLine / 1024} kB: "
                + "a quotation mark in it is never closed", error);
        }
    }

    /// <summary>
    /// The physical lines of a row that spans several, when one of the later lines is a whole row by itself: then the quotation mark
    /// that joined them was a stray one. Null for a row whose field really holds line ends.
    /// </summary>
    private string[]? SwallowedRows(string record)
    {
        var lines = record.ReplaceLineEndings("\n").Split('\n');
        for (var i = 1; i < lines.Length; i++)
        {
            using var alone = CsvReader.FromText(lines[i], options);
            if (alone.Read() && alone.FieldCount == header.Width) return lines;
        }
        return null;
    }

    private IEnumerable<RawRow> Resplit(string[] lines, int firstLine)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i])) continue;
            using var alone = CsvReader.FromText(lines[i], options);
            if (HasOddQuotes(lines[i])) yield return Broken(firstLine + i, Reasons.UnclosedQuote, lines[i]);
            else if (alone.Read()) yield return Row(alone, firstLine + i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private RawRow Row(CsvReader source, int line)
    {
        var count = source.FieldCount;
        while (count > header.Width && source.IsEmpty(count - 1)) count--;
        if (count != header.Width)
        {
            var text = Text(source);
            return Broken(line, HasOddQuotes(text) ? Reasons.UnclosedQuote : Reasons.WrongFieldCount, text);
        }
        var fields = new string[header.Places.Length];
        for (var i = 0; i < fields.Length; i++)
        {
            var field = source.GetString(header.Places[i]);
            fields[i] = header.IsReport ? SpreadsheetCell.Plain(field) : field;
        }
        return new RawRow(line, fields);
    }

    /// <summary>What stands in the first field is right whatever is wrong further on, unless a quotation mark opens there.</summary>
    private RawRow Broken(int line, string reason, string text)
    {
        var end = text.IndexOf(header.Separator, StringComparison.Ordinal);
        var isTold = header.Places[0] == 0 && end > 0 && !text.AsSpan(0, end).Contains('"');
        return new RawRow(line, null, reason, text) { Key = isTold ? text[..end] : null };
    }

    private static bool HasOddQuotes(string text) => text.Count(c => c == '"') % 2 != 0;

    private static string Text(CsvReader source) => Encoding.UTF8.GetString(source.RawRecord);

    private static bool IsBlank(CsvReader source)
    {
        for (var i = 0; i < source.FieldCount; i++)
            if (!source.IsEmpty(i) && source.GetSpan(i).ContainsAnyExceptInRange((byte)0, (byte)' ')) return false;
        return true;
    }
}

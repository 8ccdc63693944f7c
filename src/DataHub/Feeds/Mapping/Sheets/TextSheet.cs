using System.Text;
using CsvHelper;
using DataHub.Feeds.Reading;

namespace DataHub.Feeds.Mapping.Sheets;

/// <summary>Delimited text of any agency: encoding and separator are found out, title lines and rows of another width are rows
/// too.</summary>
internal sealed class TextSheet : Sheet
{
    private readonly FileStream stream;
    private readonly TextProbe probe;
    private readonly CsvReaderOptions options;
    private readonly CsvReader reader;
    private readonly int usualWidth;

    private TextSheet(FileStream stream, TextProbe probe, Separator separator)
    {
        (this.stream, this.probe, usualWidth) = (stream, probe, separator.Width);
        options = new CsvReaderOptions
        {
            Separator = separator.Character,
            HasHeader = false,
            TrackLineNumbers = true,
            DetectSeparatorHint = false,
            MaxRecordSize = TextProbe.LongestLine,
        };
        reader = CsvReader.Create(Text(stream, probe), options);
    }

    public override string? Name => null;

    public override byte[] Hash => probe.Hash;

    public override long Length => probe.Length;

    public override long Position => stream.Position;

    /// <summary>Opens a text file; <paramref name="name"/> must be null, since it has no sheets.</summary>
    public static async Task<TextSheet> OpenAsync(FileStream stream, string? name, CancellationToken cancel)
    {
        if (name is not null) throw new FeedRefusedException($"the file is text and has no sheet “{name}”");
        var probe = await TextProbe.RunAsync(stream, cancel);
        return new TextSheet(stream, probe, Separator.Of(Text(stream, probe)));
    }

    public override IEnumerable<SheetRow> Rows()
    {
        var rows = 0;
        while (Next())
        {
            if (++rows > SheetLimits.Rows) throw new FeedRefusedException($"the file has more than {SheetLimits.Rows:N0} rows");
            var line = (int)reader.LineNumber;
            if (reader.RawRecord.IndexOfAny((byte)'\n', (byte)'\r') < 0)
            {
                if (line > 1 || !IsHint(reader)) yield return Row(reader, line);
                continue;
            }
            foreach (var row in Several(Encoding.UTF8.GetString(reader.RawRecord), line)) yield return row;
        }
    }

    protected override void Dispose(bool disposing)
    {
        reader.Dispose();
        stream.Dispose();
    }

    private bool Next()
    {
        try
        {
            return reader.Read();
        }
        catch (CsvFormatException error)
        {
            throw new FeedRefusedException(
                $"the row after line {Math.Max(0, error.LineNumber - 1)} is longer than {TextProbe.LongestLine >> 10} kB: "
                + "a quotation mark in it is never closed", error);
        }
    }

    /// <summary>
    /// A record over several lines: one row whose cell holds line ends, or, when a later line is a whole row by itself, rows that a stray
    /// quotation mark joined.
    /// </summary>
    private IEnumerable<SheetRow> Several(string record, int line)
    {
        var lines = record.ReplaceLineEndings("\n").Split('\n');
        if (!lines.Skip(1).Any(IsWholeRow))
        {
            yield return Row(reader, line);
            yield break;
        }
        for (var i = 0; i < lines.Length; i++)
        {
            // The mark is one character too much; without it the line is what was meant.
            var odd = lines[i].Count(c => c == '"') % 2 != 0;
            using var alone = CsvReader.FromText(odd ? lines[i].Replace("\"", "", StringComparison.Ordinal) : lines[i], options);
            if (alone.Read()) yield return Row(alone, line + i);
        }
    }

    private bool IsWholeRow(string line)
    {
        if (usualWidth < 2 || line.Length == 0) return false;
        using var alone = CsvReader.FromText(line, options);
        return alone.Read() && alone.FieldCount == usualWidth;
    }

    private static SheetRow Row(CsvReader source, int line)
    {
        var cells = new Cell[Math.Min(source.FieldCount, SheetLimits.Columns)];
        for (var i = 0; i < cells.Length; i++) cells[i] = Cell.OfText(source.GetString(i));
        return new SheetRow(line, cells);
    }

    // Excel takes its separator from a first line like this.
    private static bool IsHint(CsvReader source) =>
        source.FieldCount > 0 && source.GetString(0).StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && source.RawRecord.Length <= 6;

    private static StreamReader Text(FileStream stream, TextProbe probe)
    {
        stream.Position = probe.Preamble;
        return new StreamReader(stream, probe.Encoding, detectEncodingFromByteOrderMarks: false, bufferSize: 1 << 16, leaveOpen: true);
    }
}

using DataHub.Feeds.Mapping.Sheets;
using DataHub.Feeds.Reading;

namespace DataHub.Feeds.Mapping;

/// <summary>How many rows of a sheet were no records, and why.</summary>
public sealed record RowCounts
{
    /// <summary>Sums.</summary>
    public int Sums { get; set; }

    /// <summary>Titles of sections.</summary>
    public int Sections { get; set; }

    /// <summary>Numbering rows and repeated headers.</summary>
    public int Headings { get; set; }

    /// <summary>Rows that the file hides, left out.</summary>
    public int Hidden { get; set; }

    /// <summary>Line of the row that ended the table; null when the sheet's end did.</summary>
    public int? EndedAt { get; set; }
}

/// <summary>An agency's sheet as rows of a feed.</summary>
public sealed class MappedRows : RowSource
{
    // How far a header may have moved since the mapping was made.
    private const int Searched = 60;

    private readonly Sheet sheet;
    private readonly FeedMapping mapping;
    private readonly RegionFinder regions;
    private readonly Func<string, string> mark;
    private readonly IEnumerator<SheetRow> rows;
    private readonly Queue<SheetRow> read = new();
    private readonly List<SheetRow> header;
    private readonly ColumnBinding binding;
    private readonly int shift;
    private readonly KeptRows.Writer kept;

    /// <summary>
    /// Finds the mapping's columns in the sheet. Throws <see cref="FeedRefusedException"/> when it is a mapping of an aggregate or does not
    /// fit. Takes
    /// the sheet over, also when it throws.
    /// </summary>
    public MappedRows(Sheet sheet, FeedMapping mapping, RegionFinder regions, Func<string, string> mark)
    {
        (this.sheet, this.mapping, this.regions, this.mark) = (sheet, mapping, regions, mark);
        rows = sheet.Rows().GetEnumerator();
        kept = new KeptRows.Writer(mapping.Feed);
        try
        {
            if (mapping.Kind == MappingKind.Aggregate)
                throw new FeedRefusedException(mapping.Message
                    ?? "the mapping is of a table of counts, which tells of no single business: it is not loaded");
            (header, shift) = Header();
            binding = ColumnBinding.Bind(mapping, header);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public override FeedDefinition Feed => mapping.Feed;

    public override byte[] Hash => sheet.Hash;

    public override long Length => sheet.Length;

    public override long Position => sheet.Position;

    /// <summary>Rows that were no records, so far.</summary>
    public RowCounts Counts { get; } = new();

    public override IEnumerable<RawRow> Rows()
    {
        var mapper = new RowMapper(mapping, binding, regions, mark);
        var table = new TableRows(mapping.Rows, header);
        var first = (mapping.Rows.First ?? mapping.Rows.Header.DefaultIfEmpty(0).Max() + 1) + shift;
        string? section = null;
        while (Next() is { } row)
        {
            if (row.Line < first) continue;
            if (mapping.Rows.Last is { } last && row.Line > last + shift) break;
            var role = table.RoleOf(row);
            if (role == RowRole.Data)
            {
                var mapped = mapper.Map(row, section);
                kept.Add(mapped);
                yield return mapped;
            }
            else if (role == RowRole.Section) section = TableRows.TitleOf(row);
            Count(role, row.Line);
            if (role == RowRole.End) break;
        }
    }

    public override Stream Bytes() => kept.Written();

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        kept.Dispose();
        rows.Dispose();
        sheet.Dispose();
    }

    private void Count(RowRole role, int line)
    {
        if (role == RowRole.Sum) Counts.Sums++;
        else if (role == RowRole.Section) Counts.Sections++;
        else if (role == RowRole.Heading) Counts.Headings++;
        else if (role == RowRole.Hidden) Counts.Hidden++;
        else if (role == RowRole.End) Counts.EndedAt = line;
    }

    private SheetRow? Next()
    {
        if (read.TryDequeue(out var waiting)) return waiting;
        return rows.MoveNext() ? rows.Current : null;
    }

    /// <summary>The header's rows: where the mapping says, else where the same names stand nearby; with how far they have moved.</summary>
    private (List<SheetRow> Header, int Shift) Header()
    {
        if (mapping.Rows.Header.Count == 0) return ([], 0);
        while (read.Count < Searched + mapping.Rows.Header[^1] && rows.MoveNext()) read.Enqueue(rows.Current);
        var wanted = mapping.Columns.Sum(column => column.From.Count) + mapping.Key.Count;
        var offsets = Enumerable.Range(0, Searched).SelectMany(step => Enumerable.Repeat(step, 1).Append(-step)).Distinct();
        foreach (var offset in offsets)
            if (At(offset) is { } rows && ColumnBinding.Matches(mapping, rows) == wanted) return (rows, offset);
        return (At(0) ?? throw new FeedRefusedException("the sheet ends before the header that the mapping names"), 0);
    }

    private List<SheetRow>? At(int offset)
    {
        var found = read.Where(row => mapping.Rows.Header.Contains(row.Line - offset)).ToList();
        return found.Count == mapping.Rows.Header.Count ? found : null;
    }
}

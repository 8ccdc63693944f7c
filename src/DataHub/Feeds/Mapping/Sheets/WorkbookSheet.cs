using System.Text;
using ExcelDataReader;

namespace DataHub.Feeds.Mapping.Sheets;

/// <summary>A sheet of an XLSX or XLS workbook, read row by row.</summary>
internal sealed class WorkbookSheet : Sheet
{
    private readonly FileStream stream;
    private readonly IExcelDataReader reader;
    private readonly HashSet<int> hidden = [];
    private int depth;

    static WorkbookSheet() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private WorkbookSheet(FileStream stream, IExcelDataReader reader, byte[] hash)
    {
        (this.stream, this.reader, Hash) = (stream, reader, hash);
        Name = reader.Name;
        Length = Math.Max(1, reader.RowCount);
        // Known from the sheet's head, before its rows.
        for (var i = 0; i < Math.Min(reader.FieldCount, SheetLimits.Columns); i++)
            if (reader.GetColumnWidth(i) == 0) hidden.Add(i);
    }

    public override string? Name { get; }

    public override byte[] Hash { get; }

    public override long Length { get; }

    public override long Position => Math.Min(depth, Length);

    public override IReadOnlySet<int> HiddenColumns => hidden;

    /// <summary>Opens a workbook at a sheet: the one named, in any case, else the first one that is not hidden.</summary>
    public static WorkbookSheet Open(FileStream stream, byte[] hash, string? name)
    {
        var reader = Reader(stream);
        try
        {
            var seen = new List<string>();
            do
            {
                var isShown = reader.VisibleState == "visible";
                if (name is null ? isShown : string.Equals(reader.Name.Trim(), name.Trim(), StringComparison.OrdinalIgnoreCase))
                    return new WorkbookSheet(stream, reader, hash);
                if (isShown) seen.Add($"“{reader.Name}”");
            }
            while (Guarded(reader.NextResult));
            throw new FeedRefusedException(
                name is null ? "the workbook has no sheet that is not hidden"
                    : $"the workbook has no sheet “{name}”; it has {string.Join(", ", seen)}");
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    /// <summary>Names of the sheets that are not hidden.</summary>
    public static IReadOnlyList<string> Names(FileStream stream)
    {
        using var reader = Reader(stream);
        var names = new List<string>();
        do
        {
            if (reader.VisibleState == "visible") names.Add(reader.Name);
        }
        while (Guarded(reader.NextResult));
        return names;
    }

    public override IEnumerable<SheetRow> Rows()
    {
        var width = Math.Min(reader.FieldCount, SheetLimits.Columns);
        var merges = new MergedCells(reader.MergeCells);
        var blank = 0;
        while (blank < SheetLimits.BlankRows && Guarded(reader.Read))
        {
            if (++depth > SheetLimits.Rows) throw new FeedRefusedException($"the sheet has more than {SheetLimits.Rows:N0} rows");
            var row = Guarded(() => Row(width));
            merges.Fill(row);
            blank = row.IsBlank ? blank + 1 : 0;
            yield return row;
        }
    }

    protected override void Dispose(bool disposing)
    {
        reader.Dispose();
        stream.Dispose();
    }

    private SheetRow Row(int width)
    {
        var cells = new Cell[Math.Min(width, reader.FieldCount)];
        for (var i = 0; i < cells.Length; i++)
        {
            var value = reader.GetValue(i);
            cells[i] = CellText.Of(value, value is double or int ? reader.GetNumberFormatString(i) : null);
        }
        return new SheetRow(reader.Depth + 1, cells, reader.RowHeight == 0);
    }

    private static IExcelDataReader Reader(FileStream stream)
    {
        var head = new byte[2];
        stream.ReadExactly(head);
        stream.Position = 0;
        if (head is [(byte)'P', (byte)'K']) WorkbookGuard.Check(stream);
        return Guarded(() => ExcelReaderFactory.CreateReader(stream, new ExcelReaderConfiguration { LeaveOpen = true }));
    }

    /// <summary>A step of the library. Whatever it throws over a file from anywhere means that the file is not what it says.</summary>
    private static T Guarded<T>(Func<T> step)
    {
        try
        {
            return step();
        }
        catch (Exception error) when (error is not (FeedRefusedException or OutOfMemoryException or OperationCanceledException))
        {
            throw new FeedRefusedException(
                error is ExcelDataReader.Exceptions.InvalidPasswordException
                    ? "the workbook is locked with a password: save it without one"
                    : "the workbook is damaged or not what it says it is: open it in a spreadsheet program and save it anew", error);
        }
    }
}

using ExcelDataReader;

namespace DataHub.Feeds.Mapping.Sheets;

/// <summary>Gives every cell of a merged range the value that the range shows.</summary>
internal sealed class MergedCells
{
    // A sheet with more is one that a program drew, not a table.
    private const int Most = 20_000;

    private readonly List<(CellRange Range, Cell Value)> open = [];
    private readonly Queue<CellRange> coming;

    public MergedCells(CellRange[]? ranges) => coming = new(
        (ranges ?? []).Take(Most).Where(range => range.FromColumn < SheetLimits.Columns)
            .OrderBy(range => range.FromRow).ThenBy(range => range.FromColumn));

    /// <summary>Fills a row in place; rows come in order.</summary>
    public void Fill(SheetRow row)
    {
        var index = row.Line - 1;
        open.RemoveAll(merge => merge.Range.ToRow < index);
        while (coming.TryPeek(out var next) && next.FromRow <= index)
        {
            coming.Dequeue();
            // What stands over the whole width of a table is a title or a section, one cell and not many.
            var isWide = next.ToColumn - next.FromColumn + 1 > Math.Max(6, row.Cells.Length * 2 / 3);
            if (next.FromRow == index && !isWide) open.Add((next, row[next.FromColumn]));
        }
        foreach (var (range, value) in open)
            for (var column = range.FromColumn; column <= Math.Min(range.ToColumn, row.Cells.Length - 1); column++)
                if (row.Cells[column].IsBlank) row.Cells[column] = value;
    }
}

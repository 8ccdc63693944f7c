using DataHub.Feeds.Mapping.Sheets;
using DataHub.Feeds.Reading;

namespace DataHub.Feeds.Mapping.Proposing;

/// <summary>Finds the tables of a sheet: headers of one to three lines below any number of titles, and what stands under them.</summary>
internal sealed class TableFinder(IReadOnlyList<SheetRow> rows, IReadOnlyList<FieldWords> dictionary)
{
    // Where a list begins after more than this, nobody finds it.
    private const int SearchedForFirst = 100;
    private const int SearchedForNext = 60;
    private const int LookedAhead = 15;
    private const double LeastScore = 2;
    private const double Nearly = 0.7;

    /// <summary>All tables, from the top.</summary>
    public IReadOnlyList<FoundTable> All()
    {
        var tables = new List<FoundTable>();
        var from = 0;
        while (Next(from, tables.Count == 0 ? SearchedForFirst : SearchedForNext) is { } at)
        {
            var header = HeaderAt(at);
            var below = rows.Skip(header.End).ToList();
            var next = NextTable(header.End);
            var data = below.Take(next - header.End).Where(row => !row.IsBlank && !TableRows.IsNumbering(row)).ToList();
            tables.Add(new FoundTable([.. rows.Skip(header.Start).Take(header.End - header.Start)], data, Titles(from, header.Start)));
            if (next >= rows.Count) break;
            from = next;
        }
        return tables;
    }

    private List<string> Titles(int from, int to) =>
        [.. rows.Skip(from).Take(to - from).SelectMany(row => row.Cells).Where(cell => !cell.IsBlank)
            .Select(cell => FieldReader.Clean(cell.Text)).Distinct().Take(40)];

    /// <summary>
    /// The row of the first header: the first that looks nearly as much like one as any does, or the better one of those right below it.
    /// </summary>
    private int? Next(int from, int searched)
    {
        var scores = Enumerable.Range(from, Math.Max(0, Math.Min(rows.Count - from, searched))).Select(at => (Score: Score(at), At: at))
            .ToList();
        var enough = Math.Max(LeastScore, scores.Select(row => row.Score).DefaultIfEmpty(0).Max() * Nearly);
        var first = scores.FindIndex(row => row.Score >= enough);
        return first < 0 ? null : scores.Skip(first).Take(3).MaxBy(row => row.Score).At;
    }

    private double Score(int at)
    {
        var row = rows[at];
        var texts = row.Cells.Where(cell => !cell.IsBlank).Select(cell => FieldReader.Clean(cell.Text)).ToList();
        if (texts.Count < 2) return 0;
        var figures = texts.Count(text => TableRows.IsFigure(text) && !IsYearText(text));
        if (figures * 3 > texts.Count || texts.Distinct(StringComparer.OrdinalIgnoreCase).Count() < Math.Max(2, texts.Count / 2)) return 0;
        var known = texts.Distinct(StringComparer.OrdinalIgnoreCase).Sum(text => dictionary.Max(field => HeaderWords.Of(text).Fits(field)));
        var ahead = rows.Skip(at + 1).Take(LookedAhead).Where(next => !next.IsBlank).ToList();
        if (ahead.Count == 0) return 0;
        var width = ahead.Max(next => next.Filled);
        // What is as long as a sentence is no name of a column.
        var isShort = texts.Count(text => text.Length <= 60) / (double)texts.Count;
        var covers = Math.Min(1, row.Filled / (double)Math.Max(1, width));
        var differs = ahead.Any(next => next.Cells.Where((cell, column) => !cell.IsBlank && TableRows.IsFigure(cell.Text)
            && !TableRows.IsFigure(row[column].Text)).Any());
        var numbered = ahead.Take(3).Any(TableRows.IsNumbering);
        return (known * 2) + (covers * 2) + (differs ? 1 : 0) + (numbered ? 3 : 0)
            + (Math.Min(texts.Count, 8) * 0.15) - ((1 - isShort) * 4);
    }

    /// <summary>First and one past the last row of the header that the row belongs to.</summary>
    private (int Start, int End) HeaderAt(int at)
    {
        var (start, end) = (at, at + 1);
        while (start > 0 && end - start < 3 && IsGroupLine(rows[start - 1], rows[start])) start--;
        while (end < rows.Count && end - start < 3 && IsSecondLine(rows[end - 1], end)) end++;
        return (start, end);
    }

    /// <summary>A line over names: some of its texts stand over several of them, and none is a title over the whole.</summary>
    private static bool IsGroupLine(SheetRow above, SheetRow below) =>
        above.Filled >= 2 && above.Cells.All(cell => cell.IsBlank || !TableRows.IsFigure(cell.Text)
            || IsYearText(FieldReader.Clean(cell.Text)))
        && above.Cells.Where(cell => !cell.IsBlank).Select(cell => cell.Text).Distinct().Count() >= 2
        && above.Filled <= below.Filled + 6 && above.Cells.All(cell => cell.Text.Length <= 80);

    /// <summary>
    /// A second line of names: it has texts where the first one is blank or says the same (a merged cell), or says them again in another
    /// language,
    /// and has no figure but years.
    /// </summary>
    private bool IsSecondLine(SheetRow above, int at)
    {
        var row = rows[at];
        if (row.IsBlank || TableRows.IsNumbering(row)) return false;
        var cells = row.Cells.Select((cell, column) => (Cell: cell, Above: above[column])).Where(pair => !pair.Cell.IsBlank).ToList();
        if (cells.Any(pair => pair.Cell.Kind == CellKind.Date || (TableRows.IsFigure(pair.Cell.Text)
            && !IsYearText(FieldReader.Clean(pair.Cell.Text))))) return false;
        var years = cells.Count(pair => IsYearText(FieldReader.Clean(pair.Cell.Text)));
        var newNames = cells.Count(pair => pair.Above.IsBlank);
        var same = cells.Count(pair => string.Equals(FieldReader.Clean(pair.Above.Text), FieldReader.Clean(pair.Cell.Text),
            StringComparison.OrdinalIgnoreCase));
        var known = cells.Count(pair => dictionary.Any(field => HeaderWords.Of(FieldReader.Clean(pair.Cell.Text)).Fits(field) >= 0.9));
        var grouped = above.Cells.Where(cell => !cell.IsBlank).GroupBy(cell => cell.Text).Any(group => group.Count() > 1)
            || above.Filled < row.Filled || newNames > 0;
        if (years > 0 && grouped) return true;
        if (same > 0 && same < cells.Count && grouped) return true;
        if (newNames > 0 && FiguresBelow(row, at) && cells.All(pair => pair.Cell.Text.Length <= 40) && known + same
            + newNames == cells.Count) return true;
        return known >= 2 && known * 2 >= cells.Count - same;
    }

    private bool FiguresBelow(SheetRow row, int at) => rows.Skip(at + 1).Take(4)
        .Any(next => next.Cells.Where((cell, column) => !cell.IsBlank && TableRows.IsFigure(cell.Text) && !row[column].IsBlank).Any());

    /// <summary>Where a next table's titles or header begin: after a blank row, with names over a numbering row or over figures.</summary>
    private int NextTable(int from)
    {
        for (var i = from + 1; i < rows.Count - 1; i++)
        {
            if (!rows[i - 1].IsBlank || rows[i].IsBlank) continue;
            // Titles have one cell; a header follows within a few rows.
            for (var at = i; at < Math.Min(i + 8, rows.Count - 1); at++)
            {
                if (rows[at].Filled < 3 && at > i + 6) break;
                if (rows[at].Filled >= 3 && IsNames(rows[at]) && rows.Skip(at + 1).Take(3).Any(TableRows.IsNumbering)) return i;
                if (rows[at].Filled >= 3 && !IsNames(rows[at])) break;
            }
        }
        return rows.Count;
    }

    private static bool IsNames(SheetRow row) =>
        row.Cells.All(cell => cell.IsBlank || !TableRows.IsFigure(cell.Text) || IsYearText(FieldReader.Clean(cell.Text)));

    private static bool IsYearText(string text) =>
        text.Length == 4 && text[0] is '1' or '2' && !text.AsSpan().ContainsAnyExceptInRange('0', '9');
}

using System.Globalization;
using DataHub.Feeds.Mapping.Sheets;
using DataHub.Feeds.Reading;

namespace DataHub.Feeds.Mapping;

/// <summary>What a row of a sheet is to a list.</summary>
internal enum RowRole
{
    /// <summary>A record.</summary>
    Data,
    /// <summary>Nothing.</summary>
    Blank,
    /// <summary>1, 2, 3 … below the header, or the header again on a new page.</summary>
    Heading,
    /// <summary>A sum.</summary>
    Sum,
    /// <summary>A title for the rows below it.</summary>
    Section,
    /// <summary>Below the table.</summary>
    End,
    /// <summary>Hidden, and the mapping leaves hidden rows out.</summary>
    Hidden,
}

/// <summary>Tells records from what else stands in a table.</summary>
internal sealed class TableRows(RowRules rules, IReadOnlyList<SheetRow> header)
{
    private const int FewestNumbered = 3;

    private readonly string[] names = [.. header.Count == 0 ? [] : header[0].Cells.Select(cell => HeaderNames.Plain(cell.Text))];

    /// <summary>The role of a row at or below the first line of data.</summary>
    public RowRole RoleOf(SheetRow row)
    {
        if (row.IsBlank) return RowRole.Blank;
        if (row.IsHidden && !rules.ReadsHidden) return RowRole.Hidden;
        if (IsNumbering(row) || IsHeaderAgain(row)) return RowRole.Heading;
        var texts = row.Cells.Where(cell => cell.Kind == CellKind.Text && !cell.IsBlank && !IsFigure(cell.Text))
            .Select(cell => FieldReader.Clean(cell.Text)).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (texts.Count == 0) return RowRole.Data;
        if (texts.Count <= 2 && Begins(texts[0], rules.Stop)) return RowRole.End;
        if (texts.Count == 1 && Begins(texts[0], rules.Skip)) return RowRole.Sum;
        return rules.Section is not null && IsTitle(row) ? RowRole.Section : RowRole.Data;
    }

    /// <summary>True for a row of one text, with its number or letter before it at most, in a table of several columns.</summary>
    public static bool IsTitle(SheetRow row) => row.Cells.Length >= 3 && row.Filled is 1 or 2 && row.Cells.Count(IsWorded) == 1;

    /// <summary>The text of a title.</summary>
    public static string TitleOf(SheetRow row) => FieldReader.Clean(row.Cells.First(IsWorded).Text);

    /// <summary>True for 1, 2, 3 … or (1), (2), (3) … over the columns; a cell that is merged with the header may stand among
    /// them.</summary>
    public static bool IsNumbering(SheetRow row)
    {
        var (previous, count, others) = (0, 0, 0);
        foreach (var cell in row.Cells.Where(cell => !cell.IsBlank))
        {
            var text = FieldReader.Clean(cell.Text).Trim('(', ')', '.', ' ');
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                if (++others > 1) return false;
                continue;
            }
            if (number <= previous || number > previous + 3 || (count++ == 0 && number > 1)) return false;
            previous = number;
        }
        return count >= FewestNumbered + others;
    }

    /// <summary>True for a text that is a number with what stands around numbers.</summary>
    public static bool IsFigure(string text) => NumberText.TryRead(text, null, out _) || FieldReader.Clean(text) is "-" or "";

    // "A", "IV." and "12" only number a title.
    private static bool IsWorded(Cell cell) => cell.Text.Trim().Length > 3 && !IsFigure(cell.Text);

    private static bool Begins(string text, IReadOnlyList<string> words) => words.Any(word =>
        text.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (text.Length == word.Length || !char.IsLetter(text[word.Length])
            || word[^1] == ':'));

    private bool IsHeaderAgain(SheetRow row)
    {
        if (names.Length == 0 || row.Filled < 2) return false;
        for (var i = 0; i < Math.Max(names.Length, row.Cells.Length); i++)
            if (HeaderNames.Plain(row[i].Text) != (i < names.Length ? names[i] : "")) return false;
        return true;
    }
}

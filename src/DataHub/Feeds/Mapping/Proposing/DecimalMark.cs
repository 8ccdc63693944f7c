using DataHub.Feeds.Mapping.Sheets;

namespace DataHub.Feeds.Mapping.Proposing;

/// <summary>How a column spells numbers and days, where single values leave it open.</summary>
internal static class DecimalMark
{
    /// <summary>The character before decimals, when values show it and none shows another; else null.</summary>
    public static char? Of(ColumnProfile column)
    {
        var shown = column.Values.Where(cell => cell.Kind == CellKind.Text).Select(cell => Shown(cell.Text))
            .Where(mark => mark is not null).Distinct().ToList();
        return shown.Count == 1 ? shown[0] : null;
    }

    /// <summary>True when a value's second part can only be a day and none's first part can.</summary>
    public static bool IsMonthFirst(ColumnProfile column)
    {
        var parts = column.Values.Where(cell => cell.Kind == CellKind.Text).Select(cell => cell.Text.Split('/', '-', '.'))
            .Where(split => split.Length == 3 && split[0].Length <= 2 && int.TryParse(split[0], out _) && int.TryParse(split[1], out _))
            .Select(split => (First: Number(split[0]), Second: Number(split[1]))).ToList();
        return parts.Exists(part => part.Second > 12) && !parts.Exists(part => part.First > 12);
    }

    private static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    // 1.234,5 and 1,5 show a comma; 1.234 shows nothing, it may be either.
    private static char? Shown(string text)
    {
        var digits = string.Concat(text.Where(c => char.IsAsciiDigit(c) || c is ',' or '.')).Trim(',', '.');
        var (comma, dot) = (digits.LastIndexOf(','), digits.LastIndexOf('.'));
        if (comma >= 0 && dot >= 0) return comma > dot ? ',' : '.';
        if (comma < 0 && dot < 0) return null;
        var (mark, at) = comma >= 0 ? (',', comma) : ('.', dot);
        if (digits.IndexOf(mark) != at) return mark == ',' ? '.' : ',';
        return digits.Length - at - 1 == 3 ? null : mark;
    }
}

using System.Globalization;

namespace DataHub.Feeds.Mapping.Sheets;

/// <summary>Values of a workbook's cells in one spelling.</summary>
internal static class CellText
{
    // Programs keep 15 digits of a number that is typed into a cell; the sixteenth of a NIK is gone.
    private const double FirstInexact = 1e15;

    /// <summary>A cell of a value; <paramref name="format"/> is the cell's number format, null for none.</summary>
    public static Cell Of(object? value, string? format) => value switch
    {
        null => Cell.Empty,
        string text => Cell.OfText(text.Length > SheetLimits.CellLength ? text[..SheetLimits.CellLength] : text),
        DateTime day => new Cell(Day(day), CellKind.Date),
        bool flag => new Cell(flag ? "TRUE" : "FALSE", CellKind.Text),
        double number => new Cell(Number(number, format), CellKind.Number),
        int number => new Cell(Number(number, format), CellKind.Number),
        TimeSpan time => new Cell(time.ToString("c", CultureInfo.InvariantCulture), CellKind.Text),
        IFormattable other => new Cell(other.ToString(null, CultureInfo.InvariantCulture), CellKind.Text),
        _ => Cell.Empty,
    };

    /// <summary>
    /// A number. One that is too long to be exact is written as 1.80312461192000E+15, which no reader takes for an identifier. A format of
    /// zeros alone says how many digits the number has: leading ones that the cell shows are kept.
    /// </summary>
    public static string Number(double number, string? format)
    {
        if (Math.Abs(number) >= FirstInexact || !double.IsFinite(number))
            return number.ToString("0.00000000000000E+00", CultureInfo.InvariantCulture);
        if (number == Math.Truncate(number))
        {
            var digits = number.ToString("F0", CultureInfo.InvariantCulture);
            return format is { Length: > 1 and <= 20 } && !format.AsSpan().ContainsAnyExcept('0') ? digits.PadLeft(format.Length, '0')
                : digits;
        }
        return Math.Abs(number) < 1e-7
            ? number.ToString("R", CultureInfo.InvariantCulture)
            : ((decimal)number).ToString("0.############", CultureInfo.InvariantCulture);
    }

    private static string Day(DateTime day) =>
        day.ToString(day.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}

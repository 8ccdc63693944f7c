namespace DataHub.Feeds.Reading;

/// <summary>
/// Cells of files that are opened in a spreadsheet: a text that begins like a formula is run as one, unless an apostrophe stands before it
/// (OWASP, CSV injection).
/// </summary>
public static class SpreadsheetCell
{
    private const string FormulaStarts = "=+-@\t\r";

    /// <summary>The text as no spreadsheet takes it for a formula.</summary>
    public static string Safe(string text) =>
        text.Length > 0 && FormulaStarts.Contains(text[0], StringComparison.Ordinal) ? $"'{text}" : text;

    /// <summary>What <see cref="Safe"/> was given.</summary>
    public static string Plain(string text) =>
        text.Length > 1 && text[0] == '\'' && FormulaStarts.Contains(text[1], StringComparison.Ordinal) ? text[1..] : text;
}

using System.Globalization;
using DataHub.Feeds.Mapping.Sheets;
using DataHub.Feeds.Reading;

namespace DataHub.Feeds.Mapping;

/// <summary>Names of a sheet's columns: what its header says, of several lines joined by a stroke, or the column's letter.</summary>
public static class HeaderNames
{
    /// <summary>Names by column; the letter where the header says nothing.</summary>
    public static string[] Of(IReadOnlyList<SheetRow> header)
    {
        var width = header.Count == 0 ? 0 : header.Max(row => row.Cells.Length);
        var lines = header.Select((row, index) => Line(row, width, index < header.Count - 1 ? header[index + 1] : null)).ToList();
        var names = new string[width];
        for (var column = 0; column < width; column++)
        {
            var parts = lines.Select(line => line[column]).Where(part => part.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)
                .ToList();
            names[column] = parts.Count == 0 ? Letter(column) : string.Join(" / ", parts);
        }
        return names;
    }

    /// <summary>A name for comparing: letters and digits alone, lower case.</summary>
    public static string Plain(string name) => string.Concat(name.Normalize().Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));

    /// <summary>A for 0, AA for 26.</summary>
    public static string Letter(int column) =>
        column < 26 ? ((char)('A' + column)).ToString(CultureInfo.InvariantCulture) : Letter((column / 26) - 1)
            + (char)('A' + (column % 26));

    /// <summary>
    /// The column of a name: the header's, else its letter. Null: none; <paramref name="isTwice"/> when several have the name.
    /// </summary>
    public static int? Find(IReadOnlyList<string> names, string wanted, out bool isTwice)
    {
        var plain = Plain(wanted);
        var found = Enumerable.Range(0, names.Count).Where(column => Plain(names[column]) == plain).ToList();
        isTwice = found.Count > 1;
        if (found.Count > 0) return found[0];
        // A letter can be pointed at however the header calls the column: =F.
        if (wanted is ['=', ..])
            for (var column = 0; column < SheetLimits.Columns; column++)
                if (string.Equals(Letter(column), wanted[1..].Trim(), StringComparison.OrdinalIgnoreCase)) return column;
        return null;
    }

    /// <summary>
    /// Texts of a header line. A group's title stands over its first column and the cells right of it are empty: they belong to it as long
    /// as
    /// the line below has names there.
    /// </summary>
    private static string[] Line(SheetRow row, int width, SheetRow? below)
    {
        var texts = new string[width];
        var group = "";
        for (var column = 0; column < width; column++)
        {
            var text = FieldReader.Clean(row[column].Text);
            if (text.Length > 0) group = text;
            else if (below is null || below[column].IsBlank) group = "";
            texts[column] = text.Length > 0 || below is null ? text : group;
        }
        return texts;
    }
}

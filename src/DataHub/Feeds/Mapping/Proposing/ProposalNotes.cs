using System.Globalization;
using DataHub.Feeds.Mapping.Sheets;

namespace DataHub.Feeds.Mapping.Proposing;

/// <summary>What a person should know of a sheet besides its columns.</summary>
internal static class ProposalNotes
{
    public static List<string> Of(SheetLook look, IReadOnlyList<SheetLook> all)
    {
        var notes = new List<string>();
        var other = all.Where(table => table != look).ToList();
        foreach (var table in other.Take(10))
        {
            var place = table.Sheet is { } sheet && sheet != look.Sheet ? $"on sheet “{sheet}”" : "on the same sheet";
            notes.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"another table {place}, header in line {table.Table.Header[0].Line}: {(table.Aggregate is null ? "a list" : "figures")}, {table.Records.Count} rows"));
        }
        if (other.Exists(table => table.Sheet == look.Sheet && table.Table.First > look.Table.First))
            notes.Add("a table follows below on the sheet: give rows.last");
        var hidden = look.Records.Count(row => row.IsHidden);
        if (hidden > 0) notes.Add(string.Create(CultureInfo.InvariantCulture,
            $"the sheet hides {hidden} rows, which are read: rows.hidden false leaves them out"));
        if (look.Section is { } section) notes.Add($"titles between the rows give {section} to the rows below them");
        if (Cut(look) is { Length: > 0 } cut) notes.Add($"2147483647 in {cut} is where a 32-bit program cut a number off: such rows go to quarantine");
        if (Damaged(look) is { Length: > 0 } damaged) notes.Add($"{damaged}: a spreadsheet kept 15 digits of the NIK; they stay as received, marked as damaged");
        return notes;
    }

    private static string Cut(SheetLook look) => string.Join(", ", look.Assigned
        .Where(pair => pair.Column.Values.Any(cell => cell.Text.Trim() == "2147483647")).Select(pair => $"“{pair.Column.Name}”"));

    private static string Damaged(SheetLook look) => string.Join(", ", look.Assigned
        .Where(pair => pair.Field.Kind == ColumnKind.Nik && pair.Column.Share(ValueShapes.IsDamagedNik) > 0)
            .Select(pair => $"“{pair.Column.Name}”"));
}

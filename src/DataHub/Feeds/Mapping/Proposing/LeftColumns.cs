using System.Globalization;

namespace DataHub.Feeds.Mapping.Proposing;

/// <summary>Says why columns are left out.</summary>
internal static class LeftColumns
{
    /// <summary>Columns of a list that no field was found for.</summary>
    public static IReadOnlyList<LeftColumn> Of(SheetLook look, IReadOnlyList<FieldWords> dictionary, FeedDefinition feed) =>
        [.. look.Columns.Where(column => !look.Assigned.Any(pair => pair.Column == column))
            .Select(column => new LeftColumn(column.Name, Reason(look, column, dictionary, feed)))];

    /// <summary>Columns of a table of counts, each with what it is.</summary>
    public static IReadOnlyList<LeftColumn> OfAggregate(SheetLook look) =>
        [.. look.Columns.Where(column => column.Filled > 0).Select(column => new LeftColumn(
            column.Name, column.Share(ValueShapes.IsNumber) > 0.6 ? "figures"
                : string.Create(CultureInfo.InvariantCulture, $"{column.Distinct} groups")))];

    private static string Reason(SheetLook look, ColumnProfile column, IReadOnlyList<FieldWords> dictionary, FeedDefinition feed)
    {
        if (look.Hidden.Contains(column.Column)) return "the sheet hides the column; name it in the mapping if it is wanted";
        if (column.Filled == 0) return "it is empty";
        if (column.IsRunning) return "it numbers the rows";
        if (column.Share(ValueShapes.IsGender) > 0.7) return "gender: the hub takes it from the NIK alone";
        var taken = look.Assigned.FirstOrDefault(pair => pair.Field.Name == FieldAssignment.Nearest(dictionary, column));
        if (taken is not null)
        {
            return column.Header.Year is { } year && taken.Column.Header.Year is { } other && year != other
                ? string.Create(CultureInfo.InvariantCulture, $"{taken.Field.Name} of {year}; that of {other} is taken")
                : $"{taken.Field.Name} is taken from “{taken.Column.Name}”";
        }
        if (FieldAssignment.Nearest(dictionary, column) is { } near)
            return $"the header has words of {near}, but {FieldEvidence.Of(feed.Columns[feed.IndexOf(near)], column).Words}";
        return $"{feed.Name} has no field for it; {Looks(column)}";
    }

    private static string Looks(ColumnProfile column) => column.Share(ValueShapes.IsDate) > 0.7 ? "its values are days"
        : column.Share(ValueShapes.IsNumber) > 0.7 ? "its values are numbers"
        : string.Create(CultureInfo.InvariantCulture, $"{column.Distinct} different texts");
}

using System.Text.RegularExpressions;

namespace DataHub.Feeds.Mapping;

/// <summary>Whether the parts of a mapping fit each other and its feed.</summary>
internal static partial class MappingCheck
{
    public static void Check(FeedMapping mapping, MappingFaults faults)
    {
        if (mapping.Kind == MappingKind.Aggregate) return;
        if (!ListName().IsMatch(mapping.List))
            faults.Add("list", "must be a short lasting name of the list: small letters, digits and dashes, 3 to 40 of them");
        if (mapping.Columns.Count == 0) faults.Add("columns", "maps no column");
        CheckColumns(mapping, faults);
        foreach (var name in mapping.Constants.Keys)
        {
            if (!Has(mapping.Feed, name)) faults.Add($"constants.{name}", NoField(mapping.Feed));
            else if (mapping.Columns.Any(column => column.To == name)) faults.Add($"constants.{name}", "is mapped from a column too");
        }
        if (mapping.Rows.Section is { } section && !Has(mapping.Feed, section)) faults.Add("rows.section", NoField(mapping.Feed));
        CheckRequired(mapping, faults);
    }

    private static void CheckColumns(FeedMapping mapping, MappingFaults faults)
    {
        for (var i = 0; i < mapping.Columns.Count; i++)
        {
            var column = mapping.Columns[i];
            if (!Has(mapping.Feed, column.To)) faults.Add($"columns[{column.Index}].to", NoField(mapping.Feed));
            if (mapping.Columns.Take(i).Any(earlier => earlier.To == column.To))
                faults.Add($"columns[{column.Index}].to", $"names {column.To} a second time: give its columns in one \"from\"");
        }
    }

    private static void CheckRequired(FeedMapping mapping, MappingFaults faults)
    {
        foreach (var field in mapping.Feed.Columns.Skip(1).Where(field => field.Required && field.Name != ListFields.List))
            if (!mapping.Columns.Any(column => column.To == field.Name) && !mapping.Constants.ContainsKey(field.Name))
                faults.Add("columns", $"gives nothing for {field.Name}, without which a row of {mapping.Feed.Name} cannot be used");
        var names = mapping.Feed.Columns.Where(field => field.Role is ColumnRole.BusinessName or ColumnRole.PersonName).ToList();
        if (names.Count > 0 && !names.Exists(field => mapping.Columns.Any(column => column.To == field.Name)))
            faults.Add("columns", $"maps no name: one of {string.Join(", ", names.Select(field => field.Name))}");
    }

    private static bool Has(FeedDefinition feed, string field) => feed.Columns.Any(column => column.Name == field);

    private static string NoField(FeedDefinition feed) =>
        $"names no field of {feed.Name}; it has {string.Join(", ", feed.Columns.Select(column => column.Name))}";

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{2,39}$")]
    private static partial Regex ListName();
}

using DataHub.Feeds.Mapping.Sheets;

namespace DataHub.Feeds.Mapping;

/// <summary>A mapping laid onto the columns that a sheet really has.</summary>
internal sealed record ColumnBinding(IReadOnlyList<BoundColumn> Columns, IReadOnlyList<int> Key, IReadOnlyList<string> Names)
{
    private const int NamesShown = 40;

    /// <summary>Finds the mapping's columns by header. Throws <see cref="FeedRefusedException"/>, naming every column that is not
    /// there.</summary>
    public static ColumnBinding Bind(FeedMapping mapping, IReadOnlyList<SheetRow> header)
    {
        IReadOnlyList<string> names = header.Count > 0 ? HeaderNames.Of(header)
            : [.. Enumerable.Range(0, SheetLimits.Columns).Select(HeaderNames.Letter)];
        var faults = new List<string>();
        var columns = mapping.Columns.Select(column => new BoundColumn(
            column, mapping.Feed.IndexOf(column.To),
            [.. column.From.Select((from, part) => Find(names, from, $"columns[{column.Index}].from[{part}]", faults))])).ToList();
        var key = mapping.Key.Select((from, part) => Find(names, from, $"key[{part}]", faults)).ToList();
        if (faults.Count > 0)
        {
            var has = string.Join(", ", names.Take(NamesShown).Select(Shown));
            throw new FeedRefusedException(
                $"the mapping does not fit the sheet: {string.Join("; ", faults)}; its header has {(header.Count > 0 ? has : "no names, only letters")}")
            { Feed = mapping.Feed.Name };
        }
        return new ColumnBinding(columns, key, names);
    }

    /// <summary>How many of a mapping's columns a header has.</summary>
    public static int Matches(FeedMapping mapping, IReadOnlyList<SheetRow> header)
    {
        var names = HeaderNames.Of(header);
        return mapping.Columns.SelectMany(column => column.From).Concat(mapping.Key).Count(from =>
            HeaderNames.Find(names, from, out _) is not null);
    }

    private static int Find(IReadOnlyList<string> names, string from, string path, List<string> faults)
    {
        if (HeaderNames.Find(names, from, out var isTwice) is not { } column)
        {
            faults.Add($"{path} names “{Shown(from)}”, which is no column");
            return 0;
        }
        if (isTwice) faults.Add($"{path} names “{Shown(from)}”, which is several columns: point at one by its letter, such as \"=F\"");
        return column;
    }

    private static string Shown(string name) => name.Length > 60 ? name[..60] : name;
}

/// <summary>A mapped column with its places.</summary>
/// <param name="Column">As the mapping has it.</param>
/// <param name="Field">Place of the field in its feed.</param>
/// <param name="Cells">Columns of the sheet.</param>
internal sealed record BoundColumn(MappedColumn Column, int Field, int[] Cells);

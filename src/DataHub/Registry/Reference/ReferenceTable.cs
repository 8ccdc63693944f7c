using DataHub.Feeds.Mapping;
using DataHub.Feeds.Mapping.Sheets;
using DataHub.Feeds.Reading;

namespace DataHub.Registry.Reference;

/// <summary>A column that a reference file may have.</summary>
/// <param name="Name">The hub's name for it.</param>
/// <param name="Headers">Headers that mean it, letters and digits only, the most telling first.</param>
/// <param name="Required">A file without it is refused.</param>
internal sealed record ReferenceColumn(string Name, string[] Headers, bool Required = false)
{
    public static ReferenceColumn Of(string name, string headers, bool required = false) => new(name, headers.Split(' '), required);
}

/// <summary>The rows of a reference file by the hub's names of columns, and the faults found in them.</summary>
internal sealed class ReferenceTable
{
    private const int HeaderSearched = 20;
    private const int FaultsShown = 20;

    private readonly List<string> faults = [];
    private int faultCount;

    private ReferenceTable(IReadOnlyList<ReferenceLine> lines, byte[] hash) => (Lines, Hash) = (lines, hash);

    /// <summary>Rows, blank ones left out.</summary>
    public IReadOnlyList<ReferenceLine> Lines { get; }

    /// <summary>SHA-256 of the file.</summary>
    public byte[] Hash { get; }

    /// <summary>
    /// Reads a file. A file without a header is taken when its first row begins with something that <paramref name="isKey"/> knows: its
    /// columns
    /// are then <paramref name="columns"/> in their order.
    /// </summary>
    public static async Task<ReferenceTable> ReadAsync(
        string path, IReadOnlyList<ReferenceColumn> columns, Func<string, bool> isKey, CancellationToken cancel)
    {
        using var sheet = await SheetFile.OpenAsync(path, null, cancel);
        Dictionary<string, int>? places = null;
        var before = new List<SheetRow>();
        var lines = new List<ReferenceLine>();
        foreach (var row in sheet.Rows().Where(row => !row.IsBlank))
        {
            cancel.ThrowIfCancellationRequested();
            if (places is null)
            {
                before.Add(row);
                places = Header(row, columns);
                if (places is not null) continue;
                if (isKey(FieldReader.Clean(row[0].Text))) places = columns.Take(row.Filled).Select((column, at) => (column.Name, at))
                    .ToDictionary(pair => pair.Name, pair => pair.at);
                else if (before.Count >= HeaderSearched) break;
                else continue;
            }
            if (!TableRows.IsNumbering(row)) lines.Add(new ReferenceLine(row.Line, Texts(row, places)));
        }
        if (places is null) throw new ReferenceRefusedException(NoHeader(columns, before));
        if (lines.Count == 0) throw new ReferenceRefusedException("the file has a header and no rows");
        return new ReferenceTable(lines, sheet.Hash);
    }

    /// <summary>Notes that a row cannot be taken.</summary>
    public void Fault(int line, string reason)
    {
        if (faultCount++ < FaultsShown) faults.Add($"line {line}: {reason}");
    }

    /// <summary>Throws when rows cannot be taken, telling the first twenty.</summary>
    public void ThrowIfFaulty()
    {
        if (faultCount == 0) return;
        var more = faultCount > FaultsShown ? $"; and {faultCount - FaultsShown} more" : "";
        throw new ReferenceRefusedException($"nothing was loaded: {string.Join("; ", faults)}{more}");
    }

    private static Dictionary<string, int>? Header(SheetRow row, IReadOnlyList<ReferenceColumn> columns)
    {
        var names = row.Cells.Select(cell => HeaderNames.Plain(cell.Text)).ToList();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var column in columns)
        {
            var at = column.Headers.Select(header => names.IndexOf(header)).FirstOrDefault(at => at >= 0, -1);
            if (at >= 0 && !places.ContainsValue(at)) places[column.Name] = at;
        }
        return columns.Where(column => column.Required).All(column => places.ContainsKey(column.Name)) ? places : null;
    }

    private static Dictionary<string, string> Texts(SheetRow row, Dictionary<string, int> places) =>
        places.ToDictionary(place => place.Key, place => FieldReader.Clean(row[place.Value].Text));

    private static string NoHeader(IReadOnlyList<ReferenceColumn> columns, List<SheetRow> before)
    {
        var wanted = string.Join(", ", columns.Where(column => column.Required)
            .Select(column => $"{column.Name} ({string.Join(", ", column.Headers.Take(4))})"));
        var first = before.Count == 0 ? "nothing" : string.Join(", ", before[0].Cells.Where(cell => !cell.IsBlank).Take(12)
            .Select(cell => FieldReader.Clean(cell.Text)));
        return $"no header with the columns that are needed, {wanted}; the first line has {first}";
    }
}

/// <summary>A row of a reference file.</summary>
internal sealed record ReferenceLine(int Line, IReadOnlyDictionary<string, string> Texts)
{
    /// <summary>A text; null where the file has no such column or the cell is empty.</summary>
    public string? this[string column] => Texts.TryGetValue(column, out var text) && text.Length > 0 && text is not "-" and not "n/a"
        ? text : null;
}

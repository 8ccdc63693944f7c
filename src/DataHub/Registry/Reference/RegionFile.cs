using System.Text.RegularExpressions;
using DataHub.Feeds.Reading;

namespace DataHub.Registry.Reference;

/// <summary>A region of an authority's file.</summary>
internal sealed record RegionEntry(int Line, string Code, string Name, string? BpsCode)
{
    /// <summary>As registry.region names it.</summary>
    public string Level => Code.Length switch { 2 => "PROVINCE", 5 => "REGENCY", 8 => "DISTRICT", _ => "VILLAGE" };

    /// <summary>Null for a province.</summary>
    public string? Parent => Code.Length == 2 ? null : Code[..Code.LastIndexOf('.')];

    /// <summary>
    /// KOTA or KABUPATEN by the code (a city's second part begins with 7), KELURAHAN or DESA by the first digit of a village's last part
    /// (1 and 2 in the home ministry's list).
    /// </summary>
    public string? Kind => Level switch
    {
        "REGENCY" => Code[3] == '7' ? "KOTA" : "KABUPATEN",
        "VILLAGE" => Code[9] switch { '1' => "KELURAHAN", '2' => "DESA", _ => null },
        _ => null,
    };

    /// <summary>The name without what sources write differently: case, blanks, marks, KAB. for Kabupaten.</summary>
    public string NameKey => Key(Name);

    /// <summary>The key of a name.</summary>
    public static string Key(string name)
    {
        var words = Feeds.Reading.NameKey.Words(name).Split(' ');
        if (words[0] == "KAB" && words.Length > 1) words[0] = "KABUPATEN";
        return string.Concat(words);
    }
}

/// <summary>Reads files of regions.</summary>
internal static partial class RegionFile
{
    private static readonly ReferenceColumn[] Columns =
    [
        ReferenceColumn.Of("code", "code kode kodewilayah kodekemendagri kemendagrikode kodekemendagridesakelurahan kodedagri kemendagri",
            required: true),
        ReferenceColumn.Of("name", "fullname namalengkap name nama namawilayah kemendagrinama namakemendagri", required: true),
        ReferenceColumn.Of("bps", "bpscode kodebps bpskode"),
    ];

    // Length of the statistics office's code by level.
    private static readonly Dictionary<int, int> BpsLengths = new() { [2] = 2, [5] = 4, [8] = 7, [13] = 10 };

    /// <summary>Reads and checks a file; <paramref name="known"/> are codes that the register has in force.</summary>
    public static async Task<(ReferenceTable Table, List<RegionEntry> Entries)> ReadAsync(string path, IReadOnlySet<string> known,
        CancellationToken cancel)
    {
        var table = await ReferenceTable.ReadAsync(path, Columns, text => Dotted().IsMatch(text), cancel);
        var entries = table.Lines.Select(line => Entry(table, line)).OfType<RegionEntry>().ToList();
        Check(table, entries, known);
        table.ThrowIfFaulty();
        return (table, entries);
    }

    private static RegionEntry? Entry(ReferenceTable table, ReferenceLine line)
    {
        var (code, name, bps) = (line["code"], line["name"], line["bps"]);
        if (code is null || name is null)
        {
            table.Fault(line.Line, $"{(code is null ? "code" : "name")} is empty");
            return null;
        }
        if (!Dotted().IsMatch(code))
        {
            table.Fault(line.Line, IsBare(code)
                ? "the code has no dots: it may be the statistics office's, which is another region's code of the home ministry; the hub takes 18.01.04"
                : "the code is not of the form 18, 18.01, 18.01.04 or 18.01.04.2001");
            return null;
        }
        if (bps is not null && (bps.Length != BpsLengths[code.Length] || bps.AsSpan().ContainsAnyExceptInRange('0', '9')))
            table.Fault(line.Line, $"the statistics office's code must have {BpsLengths[code.Length]} digits at this level");
        return new RegionEntry(line.Line, code, name, bps);
    }

    private static void Check(ReferenceTable table, List<RegionEntry> entries, IReadOnlySet<string> known)
    {
        var codes = new Dictionary<string, RegionEntry>(StringComparer.Ordinal);
        var bps = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (!codes.TryAdd(entry.Code, entry)) table.Fault(entry.Line, $"{entry.Code} stands in line {codes[entry.Code].Line} already");
            if (entry.BpsCode is { } code && !bps.TryAdd(code, entry.Line)) table.Fault(entry.Line,
                $"the statistics office's {code} stands in line {bps[code]} already");
        }
        foreach (var entry in entries)
        {
            if (entry.Parent is not { } parent) continue;
            if (!codes.TryGetValue(parent, out var above))
            {
                if (!known.Contains(parent)) table.Fault(entry.Line,
                    $"{entry.Code} lies in {parent}, which neither the file nor the register has");
            }
            else if (entry.BpsCode is { } code && above.BpsCode is { } outer && !code.StartsWith(outer, StringComparison.Ordinal))
            {
                table.Fault(entry.Line, $"the statistics office's {code} does not begin with that of {parent}, {outer}");
            }
        }
    }

    private static bool IsBare(string code) => code.Length is 4 or 6 or 7 or 10 && !code.AsSpan().ContainsAnyExceptInRange('0', '9');

    [GeneratedRegex(@"^\d\d(\.\d\d(\.\d\d(\.\d{4})?)?)?$")]
    private static partial Regex Dotted();
}

using System.Globalization;
using System.Text.RegularExpressions;
using DataHub.Feeds.Mapping;

namespace DataHub.Registry.Reference;

/// <summary>An institution of an authority's file.</summary>
internal sealed record LenderEntry(int Line, string Code, string Name)
{
    /// <summary>PENYALUR, PENJAMIN, or BANK: a bank of which the file does not say that it channels KUR.</summary>
    public required string Role { get; init; }
    public string? ShortName { get; init; }
    public string? Kind { get; init; }
    public string? Bic { get; init; }
    public bool? Active { get; init; }
    public string? Confidence { get; init; }
    public string? Basis { get; init; }
    public DateOnly? ValidFrom { get; init; }
    public DateOnly? ValidTo { get; init; }
}

/// <summary>Reads files of lenders and guarantors of KUR, and of banks.</summary>
internal static partial class LenderFile
{
    private static readonly ReferenceColumn[] Columns =
    [
        ReferenceColumn.Of("name", "name nama bankname namabank namalembaga namapenyalur lembaga", required: true),
        ReferenceColumn.Of("code", "bicode code kode kodebank sandibank kodepenyalur"),
        ReferenceColumn.Of("role", "role peran jenispenyalur"),
        ReferenceColumn.Of("shortName", "shortname namasingkat singkatan"),
        ReferenceColumn.Of("kind", "type jenis jenislembaga"),
        ReferenceColumn.Of("bic", "bic swift swiftcode"),
        ReferenceColumn.Of("active", "active aktif activeinlampungassumed status"),
        ReferenceColumn.Of("confidence", "confidence keyakinan"),
        ReferenceColumn.Of("basis", "basis dasar sumber"),
        ReferenceColumn.Of("validFrom", "validfrom berlakudari berlakusejak"),
        ReferenceColumn.Of("validTo", "validto berlakusampai"),
    ];

    /// <summary>Reads and checks a file.</summary>
    public static async Task<(ReferenceTable Table, List<LenderEntry> Entries)> ReadAsync(string path, CancellationToken cancel)
    {
        var table = await ReferenceTable.ReadAsync(path, Columns, _ => false, cancel);
        var entries = table.Lines.Select(line => Entry(table, line)).OfType<LenderEntry>().ToList();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var entry in entries)
            if (!seen.TryAdd(entry.Code, entry.Line)) table.Fault(entry.Line, $"{entry.Code} stands in line {seen[entry.Code]} already");
        table.ThrowIfFaulty();
        return (table, entries);
    }

    private static LenderEntry? Entry(ReferenceTable table, ReferenceLine line)
    {
        if (line["name"] is not { } name)
        {
            table.Fault(line.Line, "name is empty");
            return null;
        }
        if (line["code"] is { } bank && !BankCode().IsMatch(bank)) table.Fault(line.Line,
            "the bank's code must have three digits; a spreadsheet may have taken leading zeros");
        if (line["bic"] is { } bic && !Bic().IsMatch(bic)) table.Fault(line.Line, "the BIC must have 8 or 11 letters and digits");
        if (line["confidence"] is { } sure && sure is not ("high" or "medium" or "low")) table.Fault(line.Line,
            "confidence must be high, medium or low");
        return new LenderEntry(line.Line, line["code"] ?? OwnCode(line["shortName"] ?? name), name)
        {
            Role = Role(table, line),
            ShortName = line["shortName"],
            Kind = line["kind"],
            Bic = line["bic"],
            Active = Active(table, line),
            Confidence = line["confidence"],
            Basis = line["basis"],
            ValidFrom = Day(table, line, "validFrom"),
            ValidTo = Day(table, line, "validTo"),
        };
    }

    // Finance companies and cooperatives have no bank code; SIKP's codes for them are not public.
    private static string OwnCode(string name) => $"X-{string.Concat(name.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit))}";

    private static string Role(ReferenceTable table, ReferenceLine line)
    {
        if (line["role"] is not { } role) return "BANK";
        if (role.ToUpperInvariant() is "PENYALUR" or "PENJAMIN" or "BANK") return role.ToUpperInvariant();
        table.Fault(line.Line, "role must be penyalur, penjamin or bank");
        return "BANK";
    }

    private static bool? Active(ReferenceTable table, ReferenceLine line)
    {
        switch (line["active"]?.ToLowerInvariant())
        {
            case "ya" or "yes" or "true" or "aktif": return true;
            case "tidak" or "no" or "false" or "tidak aktif": return false;
            case null or "mungkin" or "tidak_diketahui" or "tidak diketahui": return null;
            default:
                table.Fault(line.Line, "active must be ya, tidak, mungkin or tidak_diketahui");
                return null;
        }
    }

    private static DateOnly? Day(ReferenceTable table, ReferenceLine line, string column)
    {
        if (line[column] is not { } text) return null;
        if (DateText.Read(text, DateOrder.DayFirst) is { } day) return DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        table.Fault(line.Line, $"{column} is no day");
        return null;
    }

    [GeneratedRegex(@"^\d{3}$")]
    private static partial Regex BankCode();

    [GeneratedRegex("^[A-Z0-9]{8}([A-Z0-9]{3})?$")]
    private static partial Regex Bic();
}

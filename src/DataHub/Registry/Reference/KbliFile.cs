namespace DataHub.Registry.Reference;

/// <summary>A code of an edition of KBLI.</summary>
internal sealed record KbliEntry(int Line, string Code, string Title)
{
    /// <summary>1 for a section's letter, else the number of digits.</summary>
    public int Level => char.IsAsciiDigit(Code[0]) ? Code.Length : 1;

    /// <summary>Section; null when neither file nor hub tells.</summary>
    public string? Section { get; set; }

    /// <summary>The code one level up; of a division its section. Null for a section.</summary>
    public string? Parent => Level switch { 1 => null, 2 => Section, _ => Code[..^1] };
}

/// <summary>Reads files of KBLI.</summary>
internal static class KbliFile
{
    private static readonly ReferenceColumn[] Columns =
    [
        ReferenceColumn.Of("code", "code kode kodekbli kbli kbli2020 kbli2025 kodekbli2020 kodekbli2025", required: true),
        ReferenceColumn.Of("title", "title judul judulkbli uraian nama namakbli deskripsi judulkbli2020 judulkbli2025", required: true),
        ReferenceColumn.Of("section", "section kategori seksi kodekategori"),
    ];

    /// <summary>Reads and checks a file; <paramref name="divisions"/> are the sections that the hub knows of the edition's
    /// divisions.</summary>
    public static async Task<(ReferenceTable Table, List<KbliEntry> Entries)> ReadAsync(
        string path, IReadOnlyDictionary<string, string> divisions, CancellationToken cancel)
    {
        var table = await ReferenceTable.ReadAsync(path, Columns, text => IsCode(text) && text.Length > 1, cancel);
        var entries = new List<KbliEntry>();
        foreach (var line in table.Lines)
        {
            if (line["code"] is not { } code || !IsCode(code)) table.Fault(line.Line,
                "the code is neither a section's letter nor 2 to 5 digits");
            else if (line["title"] is not { } title) table.Fault(line.Line, $"{code} has no title");
            else entries.Add(new KbliEntry(line.Line, code, title) { Section = char.IsAsciiDigit(code[0]) ? SectionOf(line) : code });
        }
        Check(table, entries, divisions);
        table.ThrowIfFaulty();
        return (table, entries);
    }

    /// <summary>True for a letter A to Z, or two to five digits.</summary>
    private static bool IsCode(string text) =>
        text is [>= 'A' and <= 'Z'] || (text.Length is >= 2 and <= 5 && !text.AsSpan().ContainsAnyExceptInRange('0', '9'));

    private static string? SectionOf(ReferenceLine line) => line["section"] is [>= 'A' and <= 'Z'] letter ? letter : null;

    private static void Check(ReferenceTable table, List<KbliEntry> entries, IReadOnlyDictionary<string, string> divisions)
    {
        var codes = new Dictionary<string, KbliEntry>(StringComparer.Ordinal);
        foreach (var entry in entries)
            if (!codes.TryAdd(entry.Code, entry)) table.Fault(entry.Line, $"{entry.Code} stands in line {codes[entry.Code].Line} already");
        // A list of five-digit codes alone has no parents to look for.
        var isWhole = entries.Exists(entry => entry.Level is > 1 and < 5);
        foreach (var entry in entries.OrderBy(entry => entry.Level))
        {
            if (entry.Level == 1) continue;
            if (entry.Level > 2 && isWhole && !codes.ContainsKey(entry.Code[..^1]))
            {
                table.Fault(entry.Line, $"{entry.Code} has no {entry.Code[..^1]} above it in the file");
                continue;
            }
            CheckSection(table, entry, codes, divisions);
        }
    }

    private static void CheckSection(ReferenceTable table, KbliEntry entry, Dictionary<string, KbliEntry> codes,
        IReadOnlyDictionary<string, string> divisions)
    {
        var above = entry.Level > 2 && codes.TryGetValue(entry.Code[..^1], out var parent) ? parent.Section
            : divisions.GetValueOrDefault(entry.Code[..2]);
        // A division's section is the file's own to say; below it everything follows.
        if (entry.Section is { } stated && entry.Level > 2 && above is not null && stated != above)
            table.Fault(entry.Line, $"{entry.Code} is said to be of section {stated}, but what is above it is of {above}");
        entry.Section ??= above;
        if (entry.Level == 2 && entry.Section is null) table.Fault(entry.Line, $"the section of division {entry.Code} is not told");
        if (entry.Section is { } letter && codes.Values.Any(code => code.Level == 1) && !codes.ContainsKey(letter))
            table.Fault(entry.Line, $"{entry.Code} is of section {letter}, which the file does not have");
    }
}

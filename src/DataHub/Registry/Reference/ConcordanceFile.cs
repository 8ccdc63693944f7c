namespace DataHub.Registry.Reference;

/// <summary>What became of a code of KBLI.</summary>
internal sealed record ConcordanceEntry(int Line, string FromVersion, string FromCode, string ToVersion, string ToCode, string? Note);

/// <summary>Reads tables between two editions of KBLI.</summary>
internal static class ConcordanceFile
{
    private static readonly ReferenceColumn[] Columns =
    [
        ReferenceColumn.Of("from", "fromcode kodelama kbli2020 kodekbli2020 kode2020 kbli2015 kode2015 lama from kblilama", required: true),
        ReferenceColumn.Of("to", "tocode kodebaru kbli2025 kodekbli2025 kode2025 kbli2020 kode2020 baru to kblibaru", required: true),
        ReferenceColumn.Of("fromVersion", "fromversion versilama"),
        ReferenceColumn.Of("toVersion", "toversion versibaru"),
        ReferenceColumn.Of("note", "note catatan keterangan jenisperubahan perubahan"),
    ];

    /// <summary>
    /// Reads and checks a file. <paramref name="version"/> gives the editions, 2020-2025, where the file has no columns for them;
    /// <paramref name="codes"/> are the five-digit codes that the hub has, by edition.
    /// </summary>
    public static async Task<(ReferenceTable Table, List<ConcordanceEntry> Entries)> ReadAsync(
        string path, string version, ILookup<string, string> codes, CancellationToken cancel)
    {
        var table = await ReferenceTable.ReadAsync(path, Columns, _ => false, cancel);
        var editions = version.Split('-', '/') is [{ Length: 4 } older, { Length: 4 } newer] ? (older, newer) : ((string, string)?)null;
        var entries = new List<ConcordanceEntry>();
        foreach (var line in table.Lines)
            if (Entry(table, line, editions) is { } entry) entries.Add(entry);
        Check(table, entries, codes);
        table.ThrowIfFaulty();
        return (table, entries);
    }

    private static ConcordanceEntry? Entry(ReferenceTable table, ReferenceLine line, (string Older, string Newer)? editions)
    {
        var (from, to) = (line["fromVersion"] ?? editions?.Older, line["toVersion"] ?? editions?.Newer);
        if (from is null || to is null)
            throw new ReferenceRefusedException("the file does not say which editions it stands between: give them as the version, such as 2020-2025");
        if (line["from"] is { } older && line["to"] is { } newer && IsClass(older) && IsClass(newer))
            return new ConcordanceEntry(line.Line, from, older, to, newer, line["note"]);
        table.Fault(line.Line, "both codes must have five digits");
        return null;
    }

    private static void Check(ReferenceTable table, List<ConcordanceEntry> entries, ILookup<string, string> codes)
    {
        var known = entries.SelectMany(entry => new[] { entry.FromVersion, entry.ToVersion }).Distinct()
            .ToDictionary(edition => edition, edition => codes[edition].ToHashSet());
        foreach (var edition in entries.Select(entry => entry.ToVersion).Distinct())
            if (known[edition].Count == 0) throw new ReferenceRefusedException($"KBLI {edition} is not loaded: load it first, so that the codes can be checked");
        var seen = new Dictionary<(string, string, string, string), int>();
        foreach (var entry in entries)
        {
            if (!seen.TryAdd((entry.FromVersion, entry.FromCode, entry.ToVersion, entry.ToCode), entry.Line))
                table.Fault(entry.Line, $"{entry.FromCode} to {entry.ToCode} stands twice");
            if (!known[entry.ToVersion].Contains(entry.ToCode)) table.Fault(entry.Line,
                $"{entry.ToCode} is no code of KBLI {entry.ToVersion}");
            // Of a superseded edition the hub may hold a few codes only.
            if (known[entry.FromVersion].Count > 1000 && !known[entry.FromVersion].Contains(entry.FromCode))
                table.Fault(entry.Line, $"{entry.FromCode} is no code of KBLI {entry.FromVersion}");
        }
    }

    private static bool IsClass(string text) => text.Length == 5 && !text.AsSpan().ContainsAnyExceptInRange('0', '9');
}

namespace DataHub.Feeds.Mapping.Proposing;

/// <summary>Tells a table of counts from a list of businesses.</summary>
internal static class AggregateTest
{
    private static readonly string[] Counted =
        ["umkm", "ikm", "usaha", "unitusaha", "perusahaan", "industri", "koperasi", "pelakuusaha", "ukm", "wirausaha", "unit", "debitur",
            "peserta"];

    private static readonly string[] Counting = ["jumlah", "jml", "banyaknya", "total", "numberof", "realisasi", "unit"];

    /// <summary>Why the table is one of counts, in words; null when it lists businesses or persons.</summary>
    public static string? Of(IReadOnlyList<Assigned> assigned, IReadOnlyList<ColumnProfile> columns)
    {
        var measures = columns.Where(IsMeasure).ToList();
        var counts = measures.Where(CountsBusinesses).ToList();
        var isNamed = assigned.Any(pair => pair.Field.Role is ColumnRole.PersonName or ColumnRole.BusinessName);
        var isIdentified = assigned.Any(pair =>
            pair.Field.Role is ColumnRole.PersonName or ColumnRole.Nik or ColumnRole.Nib or ColumnRole.Phone
                || pair.Field.Name is "email" or "alamat");
        if (isNamed && (isIdentified || counts.Count == 0)) return null;
        if (measures.Count == 0) return null;
        var by = string.Join(", ", columns.Except(measures).Where(column => column.Filled > 0 && !IsCode(column)).Take(5)
            .Select(column => $"“{column.Name}”"));
        var of = string.Join(", ", (counts.Count > 0 ? counts : measures).Take(4).Select(column => $"“{column.Name}”"));
        return $"the table holds figures ({of}) by {(by.Length > 0 ? by : "row")}, and names no business and no person: it is an aggregate, "
            + "which tells of no single business, and is not loaded";
    }

    private static bool IsMeasure(ColumnProfile column) =>
        column.Filled > 0 && column.Share(ValueShapes.IsNumber) > 0.6 && !column.IsRunning && column.Share(ValueShapes.IsYear) < 0.9
        && !IsCode(column);

    private static bool IsCode(ColumnProfile column) =>
        column.IsRunning || column.Header.Words.Contains("KODE") || column.Header.Words.Contains("ID");

    private static bool CountsBusinesses(ColumnProfile column)
    {
        var name = HeaderNames.Plain(column.Name);
        return column.Header.Words.Contains("UNIT") || (Counting.Any(name.Contains) && Counted.Any(name.Contains));
    }
}

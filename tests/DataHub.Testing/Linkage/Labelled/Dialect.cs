using System.Globalization;
using System.Text;

namespace DataHub.Testing.Linkage.Labelled;

/// <summary>How a program saves a table.</summary>
internal sealed record Dialect(char Separator, string End, string Day, string Amount)
{
    private static readonly string[] Months =
        ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"];

    private static readonly string[] Amounts = ["modal_usaha", "plafon", "outstanding", "omzet_12_bulan"];

    public static readonly Dialect Plain = new(',', "\n", "yyyy-MM-dd", "{0}");

    /// <summary>Windows-1252 (whose letters here are those of Latin 1) or UTF-8, with or without its mark.</summary>
    public bool Latin { get; init; }

    public bool Marked { get; init; }

    public static Dialect Of(string feed) => feed switch
    {
        "oss" => new(',', "\n", "d MMMM yyyy", "Rp{0},00") { Marked = true },
        "sikp" => new(';', "\r\n", "dd/MM/yyyy", "Rp {0}") { Latin = true },
        "pelatihan" => new('\t', "\r\n", "dd-MM-yyyy", "{0}"),
        "marketplace" => new(';', "\n", "dd/MM/yyyy", "{0}") { Latin = true },
        _ => new(';', "\r\n", "yyyy-MM-dd", "{0}") { Marked = true },
    };

    public string[] Translated(string[] columns, IReadOnlyList<string> fields) => Array.ConvertAll(
        Enumerable.Range(0, fields.Count).ToArray(), at =>
            fields[at].Length == 0 ? ""
            : columns[at].StartsWith("tanggal", StringComparison.Ordinal) || columns[at] == "terdaftar" ? Dated(fields[at])
            : Amounts.Contains(columns[at]) ? Counted(fields[at])
            : fields[at]);

    public void Line(StringBuilder text, IReadOnlyList<string> fields)
    {
        for (var at = 0; at < fields.Count; at++)
        {
            if (at > 0) text.Append(Separator);
            var field = fields[at];
            if (field.IndexOfAny(['"', '\r', '\n', Separator]) < 0) text.Append(field);
            else text.Append('"').Append(field.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }

        text.Append(End);
    }

    public byte[] Bytes(string text)
    {
        // Of the set's characters only the curly apostrophe is not in Latin 1; Windows-1252 has it at 0x92.
        if (Latin) return Encoding.Latin1.GetBytes(text.Replace('’', '\u0092'));
        return Marked ? [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)] : Encoding.UTF8.GetBytes(text);
    }

    private string Dated(string iso)
    {
        var day = DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Day == "d MMMM yyyy"
            ? string.Create(CultureInfo.InvariantCulture, $"{day.Day} {Months[day.Month - 1]} {day.Year}")
            : day.ToString(Day, CultureInfo.InvariantCulture);
    }

    private string Counted(string amount)
    {
        var grouped = long.Parse(amount, CultureInfo.InvariantCulture).ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '.');
        return Amount.Replace("{0}", grouped, StringComparison.Ordinal);
    }
}

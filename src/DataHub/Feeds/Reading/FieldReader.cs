using System.Collections.Frozen;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace DataHub.Feeds.Reading;

/// <summary>Reads one field as its column wants it.</summary>
public sealed class FieldReader(Places places, DateOnly today)
{
    /// <summary>
    /// Stands before a value that is not of the type the source has agreed to send: an object for a name, say. Unicode keeps this code point
    /// for use within a program.
    /// </summary>
    public const char WrongType = '\uFDD0';

    private const int LongestKey = 200;
    private const int LongestText = 500;
    private const int LongestAddress = 2000;

    private static readonly FrozenDictionary<string, string> Scales = Words(
        "MIKRO", "KECIL", "MENENGAH", "BESAR", "USAHA MIKRO=MIKRO", "USAHA KECIL=KECIL", "USAHA MENENGAH=MENENGAH", "USAHA BESAR=BESAR");

    private static readonly FrozenDictionary<string, string> Statuses = Words(
        "AKTIF", "TIDAK AKTIF=TIDAK_AKTIF", "NONAKTIF=TIDAK_AKTIF", "NON AKTIF=TIDAK_AKTIF", "DICABUT");

    private static readonly FrozenDictionary<string, string> KurKinds = Words(
        "SUPER MIKRO=SUPER_MIKRO", "SUPERMIKRO=SUPER_MIKRO", "MIKRO", "KECIL", "KHUSUS", "PMI", "PENEMPATAN PMI=PMI");

    private static readonly FrozenDictionary<string, string> CertificateKinds = Words(
        "HALAL", "PIRT", "P IRT=PIRT", "SPP IRT=PIRT", "SPPIRT=PIRT", "MD", "SNI", "TKDN");

    private static readonly FrozenDictionary<string, string> YesNos = Words(
        "YA=1", "Y=1", "YES=1", "TRUE=1", "1", "LULUS=1", "TIDAK=0", "T=0", "TDK=0", "NO=0", "N=0", "FALSE=0", "0", "TIDAK LULUS=0");

    private readonly DateOnly latestEvent = new(today.Year + 1, 12, 31);
    private readonly DateOnly latestEnd = new(today.Year + 50, 12, 31);

    /// <summary>Reads a field; an empty optional one is <see cref="Reading.Empty"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Reading Read(FeedColumn column, string raw)
    {
        var text = raw;
        if (!IsClean(raw))
        {
            text = Clean(raw);
            if (text.Contains('\uFFFD')) return Reading.Unreadable(text, Reasons.BadCharacters);
        }
        if (text.Length == 0) return column.Required ? Reading.Unreadable("", Reasons.MissingValue) : Reading.Empty;
        if (text[0] == WrongType) return Reading.Unreadable(text[1..], Reasons.WrongType);
        if (text.Length > Longest(column)) return Reading.Unreadable(text, Reasons.TooLong);
        return column.Kind switch
        {
            ColumnKind.Text => new Reading(text, text),
            ColumnKind.Nib => Marked(text, Identifier.Nib(text) == IdentifierState.Valid ? text : null),
            ColumnKind.Nik => Marked(text, Identifier.NikState(text) == IdentifierState.Valid ? text : null),
            ColumnKind.Kbli => Marked(text, IsKbli(text) ? text : null),
            ColumnKind.Region => RegionCode(text),
            ColumnKind.Date => DateReader.Read(text, latestEvent),
            ColumnKind.EndDate => DateReader.Read(text, latestEnd),
            ColumnKind.Amount => AmountReader.Read(text),
            ColumnKind.YesNo => Flag(text),
            ColumnKind.Scale => Word(text, Scales),
            ColumnKind.Status => Word(text, Statuses),
            ColumnKind.KurKind => Word(text, KurKinds),
            ColumnKind.CertificateKind => Word(text, CertificateKinds),
            _ => Number(column.Kind, text),
        };
    }

    /// <summary>Outer white space away, inner runs (line ends and hard spaces too) to one space, composed characters.</summary>
    public static string Clean(string raw)
    {
        if (IsClean(raw)) return raw;
        var clean = new StringBuilder(raw.Length);
        var gap = false;
        foreach (var c in raw.IsNormalized() ? raw : raw.Normalize())
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c) || c is '\u200B' or '\uFEFF')
            {
                gap = clean.Length > 0;
                continue;
            }
            if (gap) clean.Append(' ');
            gap = false;
            clean.Append(c);
        }
        return clean.ToString();
    }

    private static bool IsClean(string raw) =>
        raw.Length == 0
        || (raw[0] != ' ' && raw[^1] != ' ' && !raw.AsSpan().ContainsAnyExceptInRange(' ', '~')
            && !raw.Contains("  ", StringComparison.Ordinal));

    // Keys and names stand in B-tree indexes, whose entries may not exceed 2704 bytes.
    private static int Longest(FeedColumn column) => column switch
    {
        { Required: true } => LongestKey,
        { Name: "alamat" } => LongestAddress,
        _ => LongestText,
    };

    private static Reading Marked(string text, string? valid) => new(valid, text, Damaged: valid is null);

    private static bool IsKbli(string text) => text.Length == 5 && !text.AsSpan().ContainsAnyExceptInRange('0', '9');

    private Reading RegionCode(string text)
    {
        var code = places.CodeOf(text, out var whole);
        return new Reading(code, whole ? code : text, Damaged: !whole);
    }

    private static Reading Flag(string text)
    {
        var word = Word(text, YesNos);
        return word.Value is null ? word : new Reading(word.Value is "1", word.Value is "1" ? "true" : "false");
    }

    private static Reading Word(string text, FrozenDictionary<string, string> words)
    {
        var key = text.Replace('_', ' ').Replace('-', ' ');
        return words.TryGetValue(key, out var value) ? new Reading(value, value) : Reading.Unreadable(text, Reasons.UnknownCode);
    }

    private Reading Number(ColumnKind kind, string text)
    {
        var spelling = kind == ColumnKind.Rating ? text.Replace(',', '.') : text;
        if (kind == ColumnKind.Rating)
            return double.TryParse(spelling, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rating)
                ? Ranged(Math.Round((decimal)Math.Min(rating, 99), 4), 0, 5, text, value => (double)value)
                : Reading.Unreadable(text, Reasons.NumberUnreadable);
        if (!AmountReader.TryParse(text, out var number) || number != decimal.Truncate(number))
            return Reading.Unreadable(text, Reasons.NumberUnreadable);
        return kind switch
        {
            ColumnKind.Collectability => Ranged(number, 1, 5, text, value => (int)value),
            ColumnKind.Year => Ranged(number, 1900, today.Year + 1, text, value => (int)value),
            ColumnKind.Count => Ranged(number, 0, int.MaxValue, text, value => (int)value),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
    }

    private static Reading Ranged(decimal number, decimal least, decimal most, string text, Func<decimal, object> value) =>
        number < least || number > most
            ? Reading.Unreadable(text, Reasons.NumberOutOfRange)
            : new Reading(value(number), number.ToString("0.####", CultureInfo.InvariantCulture));

    private static FrozenDictionary<string, string> Words(params string[] entries) => entries
        .Select(entry => entry.Split('='))
        .ToFrozenDictionary(parts => parts[0], parts => parts[^1], StringComparer.OrdinalIgnoreCase);
}

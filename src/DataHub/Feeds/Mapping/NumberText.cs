using System.Globalization;
using DataHub.Feeds.Reading;

namespace DataHub.Feeds.Mapping;

/// <summary>Numbers as agencies write them, in one spelling: 1.234.567,89 and 1,234,567.89 and 1234567.89, with a currency or a unit
/// behind.</summary>
internal static class NumberText
{
    private static readonly (string Word, decimal Factor)[] Scales =
    [
        ("triliun", 1e12m), ("trilyun", 1e12m), ("milyar", 1e9m), ("miliar", 1e9m), ("juta", 1e6m), ("jt", 1e6m), ("ribu", 1e3m),
            ("rb", 1e3m),
    ];

    private static readonly string[] Units =
        ["orang", "org", "unit", "rupiah", "tahun", "thn", "kg", "buah", "bh", "pcs", "lembar", "pasang", "%"];

    /// <summary>The largest number of a 32-bit program: what was larger became this.</summary>
    public const decimal CutOff = int.MaxValue;

    /// <summary>Reads a number; false when the text is none. A lone separator before three digits groups them unless <paramref
    /// name="decimals"/> is it.</summary>
    public static bool TryRead(string text, char? decimals, out decimal number)
    {
        number = 0;
        var rest = Stripped(text, out var factor, out var isNegative);
        if (rest.Length is 0 or > 40) return false;
        if (rest.Contains('E', StringComparison.OrdinalIgnoreCase)) return Scientific(rest, decimals, ref number);
        var point = decimals ?? Point(rest);
        var group = point == ',' ? '.' : ',';
        var parts = rest.Split(point);
        if (parts.Length > 2 || !IsGrouped(parts[0], group) || (parts.Length == 2
            && parts[1].AsSpan().ContainsAnyExceptInRange('0', '9'))) return false;
        var whole = string.Concat(parts[0].Where(char.IsAsciiDigit));
        if (whole.Length > 20 || !decimal.TryParse(
            parts.Length == 2 ? $"{whole}.{parts[1]}0" : whole, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
                out number)) return false;
        number *= isNegative ? -factor : factor;
        return true;
    }

    /// <summary>A number without needless zeros.</summary>
    public static string Write(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);

    private static string Stripped(string text, out decimal factor, out bool isNegative)
    {
        factor = 1;
        var rest = FieldReader.Clean(text).ToLowerInvariant();
        // Bookkeepers write what is owed in brackets.
        isNegative = rest is ['(', .., ')'];
        if (isNegative) rest = rest[1..^1].Trim();
        if (rest.StartsWith("rp", StringComparison.Ordinal)) rest = rest[2..].TrimStart('.', ' ');
        else if (rest.StartsWith("idr", StringComparison.Ordinal)) rest = rest[3..].TrimStart();
        if (rest.StartsWith('-') && rest.Length > 1)
        {
            isNegative = true;
            rest = rest[1..].TrimStart();
        }
        if (rest.EndsWith(",-", StringComparison.Ordinal) || rest.EndsWith(".-", StringComparison.Ordinal)) rest = rest[..^2];
        foreach (var unit in Units)
            if (rest.EndsWith(unit, StringComparison.Ordinal)) rest = rest[..^unit.Length].TrimEnd('/', ' ');
        foreach (var (word, scale) in Scales)
        {
            if (!rest.EndsWith(word, StringComparison.Ordinal)) continue;
            factor = scale;
            rest = rest[..^word.Length];
            break;
        }
        return rest.Replace(" ", "", StringComparison.Ordinal);
    }

    /// <summary>The decimal separator of a text that says nothing of it: the last one when there are two kinds; a lone one unless it
    /// groups.</summary>
    private static char Point(string text)
    {
        var (comma, dot) = (text.LastIndexOf(','), text.LastIndexOf('.'));
        if (comma >= 0 && dot >= 0) return comma > dot ? ',' : '.';
        if (comma < 0 && dot < 0) return '.';
        var (mark, at) = comma >= 0 ? (',', comma) : ('.', dot);
        var groups = text.Length - at - 1 == 3 || text.IndexOf(mark) != at;
        return groups && at is > 0 and <= 15 ? (mark == ',' ? '.' : ',') : mark;
    }

    private static bool IsGrouped(string text, char group)
    {
        var parts = text.Split(group);
        if (parts.Any(part => part.AsSpan().ContainsAnyExceptInRange('0', '9'))) return false;
        return parts.Length == 1 ? text.Length > 0 : parts[0].Length is > 0 and <= 3 && parts.Skip(1).All(part => part.Length == 3);
    }

    private static bool Scientific(string text, char? decimals, ref decimal number)
    {
        var spelling = decimals == ',' || (decimals is null && !text.Contains('.', StringComparison.Ordinal)) ? text.Replace(',', '.')
            : text;
        return decimal.TryParse(spelling, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
    }
}

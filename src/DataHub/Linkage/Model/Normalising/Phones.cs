using System.Globalization;

namespace DataHub.Linkage.Model.Normalising;

/// <summary>A telephone number: the digits behind 0 or 62; or, masked by a marketplace, its first three and last three digits.</summary>
/// <param name="Number">8123456789; 0 when masked.</param>
/// <param name="Mask">First three digits and last three as one number, of a whole one too: what a masked one can be compared with.</param>
internal readonly record struct Phone(long Number, int Mask);

/// <summary>
/// Telephone numbers as the feeds write them: two in a field, with +62, 62, 0 or none, with WA before, with dashes, masked.
/// </summary>
internal static class Phones
{
    private static readonly string[] Separators = ["/", ",", ";", "&", " atau ", " ATAU ", " dan ", " or "];

    /// <summary>The numbers of a field that can be somebody's; dummies (081234567890, 0800000000) and short ones are none.</summary>
    public static Phone[] Read(string? text)
    {
        if (string.IsNullOrEmpty(text) || text.Length < 7) return [];
        var parts = text.AsSpan().IndexOfAny("/,;&a") >= 0 ? text.Split(Separators, StringSplitOptions.RemoveEmptyEntries) : [text];
        var phones = new List<Phone>(parts.Length);
        foreach (var part in parts)
        {
            if (One(part) is { } phone && !phones.Contains(phone)) phones.Add(phone);
        }
        return [.. phones];
    }

    private static Phone? One(string text)
    {
        Span<char> kept = stackalloc char[24];
        var length = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c) || c is '*' or 'x' or 'X')
            {
                if (length == kept.Length) return null;
                kept[length++] = char.IsAsciiDigit(c) ? c : '*';
            }
        }
        var digits = Significant(kept[..length]);
        if (digits.Length is < 8 or > 13 || digits[0] is not (>= '2' and <= '9')) return null;
        var star = digits.IndexOf('*');
        if (star < 0 && IsDummy(digits)) return null;
        if (star < 0) return new(long.Parse(digits, CultureInfo.InvariantCulture), MaskOf(digits));
        return star >= 3 && digits[^3..].IndexOf('*') < 0 ? new(0, MaskOf(digits)) : null;
    }

    /// <summary>Without the country's 62 and the trunk 0, also both (+62 0812…).</summary>
    private static ReadOnlySpan<char> Significant(ReadOnlySpan<char> digits)
    {
        digits = digits.TrimStart('0');
        if (digits.StartsWith("62") && digits.Length > 9) digits = digits[2..];
        return digits.TrimStart('0');
    }

    private static int MaskOf(ReadOnlySpan<char> digits)
    {
        var mask = 0;
        foreach (var c in digits[..3]) mask = (mask * 10) + (c - '0');
        foreach (var c in digits[^3..]) mask = (mask * 10) + (c - '0');
        return mask;
    }

    /// <summary>Filled in because the form insisted: a run up (8123456789), or one digit but for the first three.</summary>
    private static bool IsDummy(ReadOnlySpan<char> digits)
    {
        var tail = digits[3..];
        var same = 0;
        var up = 0;
        for (var i = 1; i < tail.Length; i++)
        {
            if (tail[i] == tail[i - 1]) same++;
            if (tail[i] == tail[i - 1] + 1 || (tail[i] == '0' && tail[i - 1] == '9')) up++;
        }
        return same >= tail.Length - 2 || up >= tail.Length - 1;
    }
}

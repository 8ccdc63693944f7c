using System.Globalization;

namespace DataHub.Feeds.Reading;

/// <summary>
/// Reads rupiah: bare digits, Indonesian grouping (dot, or a space) and decimals (comma), with or without Rp. Commas that group by three at
/// least twice (40,000,000.00) can be nothing else and are read too; one comma is the decimal one.
/// </summary>
public static class AmountReader
{
    // numeric(18,2)
    private const decimal Limit = 10_000_000_000_000_000m;

    /// <summary>Reads an amount of zero or more, in rupiah.</summary>
    public static Reading Read(string text)
    {
        if (TryPlain(text) is { } plain) return new Reading(plain, text);
        if (!TryParse(text, out var amount)) return Reading.Unreadable(text, Reasons.AmountUnreadable);
        if (amount < 0) return Reading.Unreadable(text, Reasons.AmountNegative);
        if (amount >= Limit) return Reading.Unreadable(text, Reasons.AmountTooLarge);
        return new Reading(amount, amount.ToString("0.##", CultureInfo.InvariantCulture));
    }

    /// <summary>True when the text is a number in one of the sources' spellings.</summary>
    public static bool TryParse(string text, out decimal amount)
    {
        var rest = text.AsSpan().Trim();
        var negative = TakeSign(ref rest);
        if (rest.StartsWith("Rp", StringComparison.OrdinalIgnoreCase)) rest = rest[2..].TrimStart('.').TrimStart();
        else if (rest.StartsWith("IDR", StringComparison.OrdinalIgnoreCase)) rest = rest[3..].TrimStart();
        negative |= TakeSign(ref rest);
        // "Rp 40.000.000,-": a dash stands for no cents
        if (rest.EndsWith(",-")) rest = rest[..^2];
        if (!TryNumber(rest, out amount)) return false;
        if (negative) amount = -amount;
        return true;
    }

    /// <summary>Digits alone, their own canonical spelling; null for anything else.</summary>
    private static decimal? TryPlain(string text)
    {
        const int mostDigits = 15;
        if (text.Length is 0 or > mostDigits || (text[0] == '0' && text.Length > 1)) return null;
        var number = 0L;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c)) return null;
            number = (number * 10) + c - '0';
        }
        return number;
    }

    private static bool TakeSign(ref ReadOnlySpan<char> text)
    {
        if (text.Length == 0 || text[0] is not ('-' or '−')) return false;
        text = text[1..].TrimStart();
        return true;
    }

    private static bool TryNumber(ReadOnlySpan<char> text, out decimal amount)
    {
        amount = 0;
        if (text.Length is 0 or > 40) return false;
        var (group, point) = text.Count(',') > 1 && text.Count('.') <= 1 ? (',', '.') : ('.', ',');
        var comma = text.IndexOf(point);
        var cents = comma >= 0 ? text[(comma + 1)..] : [];
        var whole = comma >= 0 ? text[..comma] : text;
        var dot = whole.LastIndexOf(group);
        // A single dot before one or two last digits can only be a decimal point: groups have three digits.
        if (comma < 0 && dot >= 0 && whole.Length - dot - 1 is 1 or 2 && whole.IndexOf(group) == dot)
        {
            cents = whole[(dot + 1)..];
            whole = whole[..dot];
        }
        if (comma >= 0 && cents.Length is 0 or > 2) return false;
        Span<char> digits = stackalloc char[48];
        var length = Ungroup(whole, group, digits);
        if (length is 0 or > 24 || cents.ContainsAnyExceptInRange('0', '9')) return false;
        digits[length++] = '.';
        cents.CopyTo(digits[length..]);
        length += cents.Length;
        digits[length++] = '0';
        return decimal.TryParse(digits[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out amount);
    }

    /// <summary>Digits without what groups them; 0 when a group has not three digits or something else stands between.</summary>
    private static int Ungroup(ReadOnlySpan<char> text, char group, Span<char> digits)
    {
        var length = 0;
        var sinceDot = -1;
        foreach (var c in text)
        {
            if (c == group || c == ' ')
            {
                if (sinceDot is -1 ? length is 0 or > 3 : sinceDot != 3) return 0;
                sinceDot = 0;
            }
            else if (char.IsAsciiDigit(c))
            {
                digits[length++] = c;
                if (sinceDot >= 0) sinceDot++;
            }
            else
            {
                return 0;
            }
        }
        return sinceDot is -1 or 3 ? length : 0;
    }
}

namespace DataHub.Feeds.Reading;

/// <summary>A telephone number in one form for comparing: the national number, 8…, of the first usable number in the field.</summary>
public static class PhoneKey
{
    /// <summary>Null for none, a masked, a dummy or a land-line number.</summary>
    public static string? Of(string? text)
    {
        if (string.IsNullOrEmpty(text) || text.Contains('*', StringComparison.Ordinal)) return null;
        foreach (var part in text.Split(['/', ',', ';', '|'], StringSplitOptions.RemoveEmptyEntries))
            if (Mobile(part) is { } number) return number;
        return null;
    }

    private static string? Mobile(string text)
    {
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        if (digits.StartsWith("0062", StringComparison.Ordinal)) digits = digits[4..];
        else if (digits.StartsWith("62", StringComparison.Ordinal)) digits = digits[2..];
        digits = digits.TrimStart('0');
        return digits.Length is >= 9 and <= 12 && digits[0] == '8' && !IsDummy(digits) ? digits : null;
    }

    private static bool IsDummy(string digits) =>
        digits.AsSpan(1).ContainsAnyExcept(digits[^1]) is false || digits.Contains("123456789", StringComparison.Ordinal)
        || digits.EndsWith("0000000", StringComparison.Ordinal);
}

namespace DataHub.Demonstration;

/// <summary>A NIB as another source quotes it.</summary>
internal static class QuotedNib
{
    /// <summary>Nearly always right; now and then missing, mistyped, or without the zero a spreadsheet took.</summary>
    public static string Throw(ref Dice dice, string nib)
    {
        var thrown = dice.Below(1000);
        if (thrown < 3) return "";
        if (thrown < 5) return Mistyped(ref dice, nib);
        return thrown < 40 && nib[0] == '0' ? nib[1..] : nib;
    }

    /// <summary>One of the first six digits wrong: the last seven never repeat, so it is nobody else's.</summary>
    private static string Mistyped(ref Dice dice, string nib)
    {
        var digits = nib.ToCharArray();
        var at = dice.Below(6);
        digits[at] = (char)('0' + (digits[at] - '0' + dice.Between(1, 9)) % 10);
        return new string(digits);
    }
}

using DataHub.Shared.Scalars;

namespace DataHub.Feeds.Reading;

/// <summary>How an identifier arrived.</summary>
public enum IdentifierState
{
    /// <summary>No value.</summary>
    Missing,
    /// <summary>Well formed.</summary>
    Valid,
    /// <summary>Cut, rounded, marked by a spreadsheet, or not of the identifier's form at all.</summary>
    Damaged,
}

/// <summary>Judges NIB and NIK as received. A damaged one is never made into a valid one.</summary>
public static class Identifier
{
    /// <summary>13 digits are a valid NIB. There is no public check digit.</summary>
    public static IdentifierState Nib(string text)
    {
        if (text.Length == 0) return IdentifierState.Missing;
        return Identifiers.IsNib(text) ? IdentifierState.Valid : IdentifierState.Damaged;
    }

    /// <summary>16 digits with a possible birth date and serial are a valid NIK.</summary>
    public static IdentifierState NikState(string text)
    {
        if (text.Length == 0) return IdentifierState.Missing;
        return Identifiers.IsNik(text) ? IdentifierState.Valid : IdentifierState.Damaged;
    }

    /// <summary>
    /// What a damaged NIB may have been: leading zeros lost (at most two) or an apostrophe put before it. Weak evidence only: it counts
    /// together with an equal name. Null when it tells nothing.
    /// </summary>
    public static string? WeakNib(string text)
    {
        var digits = text.TrimStart('\'', '’', '`');
        if (digits.Length is < 11 or > 13 || digits.AsSpan().ContainsAnyExceptInRange('0', '9')) return null;
        // A number that begins with 0 has lost none.
        if (digits.Length < 13 && digits[0] == '0') return null;
        return digits.PadLeft(13, '0');
    }
}

using System.Numerics;
using DataHub.Linkage.Model.Normalising;

namespace DataHub.Linkage.Model.Comparing;

/// <summary>Compares identifiers: equal, equal but for a known damage, one slip, different.</summary>
internal static class IdentifierComparison
{
    /// <summary>
    /// NIK: the first twelve digits are area and birth date, the last four a number within them. Siblings and twins share the twelve, so
    /// that
    /// another tail is another person, not a slip.
    /// </summary>
    public static Level OfNik(Identifier a, Identifier b)
    {
        if (!a.Exists || !b.Exists) return Level.Missing;
        if (a.Length == 16 && b.Length == 16)
        {
            if (a.Digits == b.Digits) return a.State == IdentifierState.WellFormed ? Level.Equal : Level.Damaged;
            if (IsDamage(a, b) || IsDamage(b, a)) return Level.Damaged;
            return IsOneEdit(a.Digits >> 16, b.Digits >> 16) && (a.Digits & 0xFFFF) == (b.Digits & 0xFFFF)
                ? Level.OneEdit : Level.Different;
        }
        return a.Length != b.Length && IsOneDropped(a, b) ? Level.OneEdit : Level.Different;
    }

    /// <summary>NIB: 13 digits; one that lost its leading zeros is weaker.</summary>
    public static Level OfNib(Identifier a, Identifier b)
    {
        if (!a.Exists || !b.Exists) return Level.Missing;
        var areWellFormed = a.State == IdentifierState.WellFormed && b.State == IdentifierState.WellFormed;
        if (a.Digits == b.Digits) return areWellFormed ? Level.Equal : Level.Damaged;
        return IsOneEdit(a.Digits, b.Digits) ? Level.OneEdit : Level.Different;
    }

    /// <summary>Telephones: one that both have; or a masked one whose visible digits agree.</summary>
    public static Level OfPhones(Phone[] a, Phone[] b)
    {
        if (a.Length == 0 || b.Length == 0) return Level.Missing;
        var (masked, whole) = (false, false);
        foreach (var x in a)
        {
            foreach (var y in b)
            {
                if (x.Number != 0 && x.Number == y.Number) return Level.Equal;
                if (x.Number == 0 || y.Number == 0) masked |= x.Mask == y.Mask;
                else whole = true;
            }
        }
        if (masked) return Level.Masked;
        return whole || a.Length + b.Length > 0 ? Level.Different : Level.Missing;
    }

    /// <summary>
    /// b is a as a spreadsheet (15 significant digits) or a form (no 40 for women, day and month exchanged) has damaged it.
    /// </summary>
    private static bool IsDamage(Identifier a, Identifier b)
    {
        if (a.Digits >> 4 == b.Digits >> 4) return (b.Digits & 15) == 0;
        if (a.Slice(0, 6) != b.Slice(0, 6) || a.Slice(10, 6) != b.Slice(10, 6)) return false;
        var (dayA, monthA, dayB, monthB) = (a.Number(6, 2), a.Number(8, 2), b.Number(6, 2), b.Number(8, 2));
        if (dayA == dayB + 40 && monthA == monthB) return true;
        return (dayA == monthB && monthA == dayB) || (dayA - 40 == monthB && monthA + 40 == dayB)
            || (dayA - 40 == monthB && monthA == dayB);
    }

    /// <summary>One digit changed, or two neighbours exchanged.</summary>
    private static bool IsOneEdit(ulong a, ulong b)
    {
        var differing = a ^ b;
        var digits = (differing | differing >> 1 | differing >> 2 | differing >> 3) & 0x1111111111111111UL;
        if (BitOperations.PopCount(digits) == 1) return true;
        if (BitOperations.PopCount(digits) != 2) return false;
        var low = BitOperations.TrailingZeroCount(digits);
        if ((digits >> low & 0x11) != 0x11) return false;
        return (a >> low & 15) == (b >> (low + 4) & 15) && (b >> low & 15) == (a >> (low + 4) & 15);
    }

    /// <summary>The shorter lacks one digit of the longer.</summary>
    private static bool IsOneDropped(Identifier a, Identifier b)
    {
        var (few, many) = a.Length < b.Length ? (a, b) : (b, a);
        if (many.Length - few.Length != 1) return false;
        var at = 0;
        while (at < few.Length && few.Digit(at) == many.Digit(at)) at++;
        return at == few.Length || few.Slice(at, few.Length - at) == many.Slice(at + 1, many.Length - at - 1);
    }
}

namespace DataHub.Linkage.Model.Normalising;

/// <summary>What is known of an identifier's form.</summary>
internal enum IdentifierState : byte
{
    /// <summary>None, or nothing to be made of it.</summary>
    None,

    /// <summary>Well formed.</summary>
    WellFormed,

    /// <summary>Digits, but not of the right number or not a date where one belongs: weak evidence.</summary>
    Damaged,
}

/// <summary>An identifier as digits: four bits each, the first in the highest; <paramref name="Length"/> of them.</summary>
internal readonly record struct Identifier(ulong Digits, byte Length, IdentifierState State)
{
    /// <summary>No identifier.</summary>
    public static readonly Identifier None = new(0, 0, IdentifierState.None);

    /// <summary>True when there are digits to compare.</summary>
    public bool Exists => State != IdentifierState.None;

    /// <summary>
    /// A NIK: 16 digits, of which 7 to 12 are the birth date (women's day has 40 added). What a spreadsheet wrote as 1.8E+15 tells nothing.
    /// </summary>
    public static Identifier Nik(string? text)
    {
        var read = Read(text, 14, 16);
        if (!read.Exists || read.Length < 16) return read with { State = read.Exists ? IdentifierState.Damaged : IdentifierState.None };
        var (day, month) = (read.Number(6, 2), read.Number(8, 2));
        var isDate = (day is >= 1 and <= 31 or >= 41 and <= 71) && month is >= 1 and <= 12;
        return read with { State = isDate ? IdentifierState.WellFormed : IdentifierState.Damaged };
    }

    /// <summary>A NIB: 13 digits; 11 or 12 have lost their leading zeros to a spreadsheet and get them back as a damaged one.</summary>
    public static Identifier Nib(string? text)
    {
        var read = Read(text, 11, 13);
        return read.Exists ? new(read.Digits, 13, read.Length == 13 ? IdentifierState.WellFormed : IdentifierState.Damaged) : None;
    }

    /// <summary><paramref name="count"/> digits from place <paramref name="at"/> (0 is the first) as a number.</summary>
    public int Number(int at, int count)
    {
        var number = 0;
        for (var i = at; i < at + count; i++) number = (number * 10) + Digit(i);
        return number;
    }

    /// <summary>The digit at a place, 0 the first.</summary>
    public int Digit(int at) => (int)(Digits >> (4 * (Length - 1 - at))) & 15;

    /// <summary>Only the digits from place <paramref name="at"/>, as a key.</summary>
    public ulong Slice(int at, int count) =>
        (Digits >> (4 * (Length - at - count))) & (count == 16 ? ulong.MaxValue : (1UL << (4 * count)) - 1);

    private static Identifier Read(string? text, int least, int most)
    {
        if (string.IsNullOrEmpty(text)) return None;
        ulong digits = 0;
        var length = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c))
            {
                if (++length > most) return None;
                digits = (digits << 4) | (uint)(c - '0');
            }
            else if (c is not (' ' or '\'' or '-' or '`' or '’' or '"'))
            {
                // A point or comma belongs to 1.8E+15: the digits behind the third are lost.
                return None;
            }
        }
        return length < least ? None : new(digits, (byte)length, IdentifierState.WellFormed);
    }
}

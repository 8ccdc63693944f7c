namespace DataHub.Linkage.Model.Normalising;

/// <summary>A regency (1801) and a district (180104); 0 where unknown. The district's first four digits are its regency.</summary>
internal readonly record struct RegionPair(int Regency, int District);

/// <summary>Dotted codes of the home ministry.</summary>
internal static class RegionCodes
{
    /// <summary>18.01.04.2001 → (1801, 180104); nothing for what is no such code.</summary>
    public static RegionPair Read(string? code)
    {
        if (code is null || code.Length < 5 || code[2] != '.') return default;
        var regency = Digits(code, 0) * 100 + Digits(code, 3);
        if (Digits(code, 0) < 0 || Digits(code, 3) < 0) return default;
        if (code.Length < 8 || code[5] != '.' || Digits(code, 6) < 0) return new(regency, 0);
        return new(regency, (regency * 100) + Digits(code, 6));
    }

    private static int Digits(string code, int at) =>
        char.IsAsciiDigit(code[at]) && char.IsAsciiDigit(code[at + 1]) ? ((code[at] - '0') * 10) + code[at + 1] - '0' : -10000;
}

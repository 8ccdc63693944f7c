using DataHub.Shared.Scalars;

namespace DataHub.Audit;

/// <summary>Texts that callers choose themselves (names of operations, numbers of their files) as the ledger takes them.</summary>
internal static class LedgerText
{
    private const int NikDigits = 16;
    private const int MostCharacters = 128;

    /// <summary>The text, at most 128 characters, without a NIK that somebody put into it.</summary>
    public static string? Clean(string? text)
    {
        if (text is null) return null;
        if (text.Length > MostCharacters) text = text[..MostCharacters];
        for (var start = 0; start + NikDigits <= text.Length; start++)
            if (Identifiers.IsNik(text.Substring(start, NikDigits))) text = $"{text[..start]}{new string('x', NikDigits)}{text[(start + NikDigits)..]}";
        return text;
    }
}

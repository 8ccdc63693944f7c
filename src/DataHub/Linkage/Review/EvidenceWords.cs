using DataHub.Linkage.Model;

namespace DataHub.Linkage.Review;

/// <summary>
/// Comparisons and their outcomes in words: those of the model as it tells them, those of the rules by which records of equal identifiers are
/// joined (linkage.rule_evidence). What has no words is told by its codes.
/// </summary>
public static class EvidenceWords
{
    private static readonly Dictionary<string, (string Indonesian, string English)> OfRules = new(StringComparer.Ordinal)
    {
        ["BUSINESS_NAME EQUAL"] = ("nama usaha sama", "trade name equal"),
        ["KBLI EQUAL"] = ("KBLI sama", "KBLI equal"),
        ["REGION EQUAL"] = ("wilayah sama", "same area"),
        ["REGENCY EQUAL"] = ("kabupaten/kota sama", "same regency"),
        ["NAME EQUAL"] = ("nama sama", "name equal"),
        ["BUSINESSES_OF_OWNER ONE"] = ("pemilik hanya punya satu usaha", "the owner has one business only"),
        ["NIB LEADING_ZERO_LOST"] = ("NIB sama, nol di depan hilang", "NIB equal, leading zero lost"),
    };

    private static readonly Dictionary<string, string> Reasons = new(StringComparer.Ordinal)
    {
        ["IN_DOUBT"] = "bukti belum cukup untuk memutuskan",
        ["DIFFERENT_NIK"] = "NIK berbeda, padahal yang lain cocok",
        ["SEPARATE_BUSINESSES_OF_ONE_PERSON"] = "keduanya tercatat sebagai usaha terpisah milik satu orang",
        ["TOO_MANY_RECORDS"] = "penggabungan akan menghimpun terlalu banyak rekaman",
    };

    /// <summary>The outcome of a comparison.</summary>
    public static (string Indonesian, string English) Of(string comparison, string level) =>
        LinkWords.Find(comparison, level) ?? OfRules.GetValueOrDefault($"{comparison} {level}", ($"{comparison} {level}", $"{comparison} {level}"));

    /// <summary>Why a pair waits, in Indonesian.</summary>
    public static string OfReason(string reason) => Reasons.GetValueOrDefault(reason, reason);
}

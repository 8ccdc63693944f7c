namespace DataHub.Linkage.Review;

/// <summary>Comparisons and their outcomes in words. What has no words of its own is told by its codes.</summary>
public static class EvidenceWords
{
    private static readonly Dictionary<string, (string Indonesian, string English)> Subjects = new(StringComparer.Ordinal)
    {
        ["NIK"] = ("NIK", "NIK"),
        ["NIB"] = ("NIB", "NIB"),
        ["PERSON_NAME"] = ("nama orang", "person's name"),
        ["OWNER_NAME"] = ("nama pemilik", "owner's name"),
        ["BUSINESS_NAME"] = ("nama usaha", "trade name"),
        ["NAME"] = ("nama", "name"),
        ["PHONE"] = ("telepon", "telephone"),
        ["EMAIL"] = ("surel", "e-mail"),
        ["AREA"] = ("wilayah", "area"),
        ["REGION"] = ("wilayah", "area"),
        ["REGENCY"] = ("kabupaten/kota", "regency"),
        ["ADDRESS"] = ("alamat", "address"),
        ["BRAND"] = ("merek", "brand"),
        ["SECTOR"] = ("bidang usaha", "line of trade"),
        ["KBLI"] = ("KBLI", "KBLI"),
        ["LEGAL_FORM"] = ("bentuk badan usaha", "legal form"),
        ["OWNER"] = ("pemilik", "owner"),
        ["BUSINESSES_OF_OWNER"] = ("usaha milik orang ini", "businesses of this owner"),
    };

    private static readonly Dictionary<string, (string Indonesian, string English)> Outcomes = new(StringComparer.Ordinal)
    {
        ["EQUAL"] = ("sama", "equal"),
        ["SAME"] = ("sama", "the same"),
        ["ONE"] = ("hanya satu", "only one"),
        ["ONE_EDIT"] = ("berbeda satu angka", "differs in one digit"),
        ["DAMAGED"] = ("rusak tetapi cocok", "damaged, but fits"),
        ["LEADING_ZERO_LOST"] = ("kehilangan nol di depan", "has lost a leading zero"),
        ["SOUND"] = ("sama bunyi", "sounds the same"),
        ["NEAR"] = ("hampir sama", "nearly equal"),
        ["CLOSE"] = ("mirip", "close"),
        ["CONTAINED"] = ("yang satu termuat dalam yang lain", "one is contained in the other"),
        ["ONE_TOKEN"] = ("satu kata sama", "share one word"),
        ["SHARED"] = ("sama", "shared"),
        ["STREET"] = ("sama sampai jalan", "the same down to the street"),
        ["DESA"] = ("sedesa", "same village"),
        ["KECAMATAN"] = ("sekecamatan", "same district"),
        ["KABUPATEN"] = ("sekabupaten/kota", "same regency"),
        ["OTHER_KABUPATEN"] = ("lain kabupaten/kota", "another regency"),
        ["LITTLE"] = ("sedikit sama", "have little in common"),
        ["NONE"] = ("tidak ada yang sama", "have nothing in common"),
        ["DIFFERENT"] = ("berbeda", "different"),
    };

    private static readonly Dictionary<string, string> Reasons = new(StringComparer.Ordinal)
    {
        ["IN_DOUBT"] = "bukti belum cukup untuk memutuskan",
    };

    /// <summary>The outcome of a comparison.</summary>
    public static (string Indonesian, string English) Of(string comparison, string level)
    {
        var subject = Subjects.GetValueOrDefault(comparison, (comparison, comparison));
        var outcome = Outcomes.GetValueOrDefault(level, (level, level));
        return ($"{subject.Item1} {outcome.Item1}", $"{subject.Item2} {outcome.Item2}");
    }

    /// <summary>Why a pair waits, in Indonesian.</summary>
    public static string OfReason(string reason) => Reasons.GetValueOrDefault(reason, reason);
}

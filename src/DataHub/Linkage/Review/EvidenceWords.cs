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
        ["SAME_PERSON"] = ("orang yang sama", "the same person"),
        ["ONE"] = ("hanya satu", "only one"),
        ["ONE_EDIT"] = ("berbeda satu angka", "differs in one place"),
        ["DAMAGED"] = ("rusak tetapi cocok", "damaged, but fits"),
        ["LEADING_ZERO_LOST"] = ("kehilangan nol di depan", "has lost a leading zero"),
        ["MASKED"] = ("disamarkan, angka yang tampak sama", "masked, the digits that show agree"),
        ["SAME_SOUND"] = ("sama bunyi", "sounds the same"),
        ["CONTAINED"] = ("yang satu termuat dalam yang lain", "one is contained in the other"),
        ["SIMILAR"] = ("mirip", "similar"),
        ["ONE_WORD"] = ("satu kata sama", "share one word"),
        ["OVERLAP"] = ("sebagian besar sama", "have most in common"),
        ["LITTLE"] = ("sedikit yang sama", "have little in common"),
        ["HOUSE"] = ("sama sampai nomor rumah", "the same down to the house"),
        ["STREET"] = ("satu jalan", "in the same street"),
        ["NEIGHBOURHOOD"] = ("satu lingkungan (RT/RW)", "in the same neighbourhood"),
        ["VILLAGE"] = ("desa/kelurahan sama", "same village"),
        ["DISTRICT"] = ("kecamatan sama", "same district"),
        ["REGENCY"] = ("kabupaten/kota sama", "same regency"),
        ["OTHER_DISTRICT"] = ("kecamatan berbeda", "another district"),
        ["OTHER_REGENCY"] = ("kabupaten/kota berbeda", "another regency"),
        ["NONE"] = ("tidak ada yang sama", "have nothing in common"),
        ["DIFFERENT"] = ("berbeda", "different"),
    };

    private static readonly Dictionary<string, string> Reasons = new(StringComparer.Ordinal)
    {
        ["IN_DOUBT"] = "bukti belum cukup untuk memutuskan",
        ["DIFFERENT_NIK"] = "NIK berbeda, padahal yang lain cocok",
        ["SEPARATE_BUSINESSES_OF_ONE_PERSON"] = "keduanya tercatat sebagai usaha terpisah milik satu orang",
        ["TOO_MANY_RECORDS"] = "penggabungan akan menghimpun terlalu banyak rekaman",
    };

    /// <summary>The outcome of a comparison.</summary>
    public static (string Indonesian, string English) Of(string comparison, string level)
    {
        var subject = Subjects.GetValueOrDefault(comparison, (comparison, comparison));
        var outcome = Outcomes.GetValueOrDefault(level, (level, level));
        // Levels of an area name it themselves: "kecamatan sama".
        return comparison == "AREA" && level is not ("EQUAL" or "DIFFERENT")
            ? outcome
            : ($"{subject.Item1} {outcome.Item1}", $"{subject.Item2} {outcome.Item2}");
    }

    /// <summary>Why a pair waits, in Indonesian.</summary>
    public static string OfReason(string reason) => Reasons.GetValueOrDefault(reason, reason);
}

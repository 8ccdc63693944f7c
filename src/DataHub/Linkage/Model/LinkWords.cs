using System.Collections.Frozen;

namespace DataHub.Linkage.Model;

/// <summary>
/// The reasons of a link in words: "NIK berbeda satu angka; nama sama bunyi; kecamatan sama". No value of a record is in them.
/// </summary>
public static class LinkWords
{
    /// <summary>Comparison and level, Indonesian, English.</summary>
    private const string Table = """
        NIK EQUAL|NIK sama|NIK equal
        NIK DAMAGED|NIK sama, salah satunya rusak|NIK equal but for a known damage
        NIK ONE_EDIT|NIK berbeda satu angka|NIK differs by one digit
        NIK DIFFERENT|NIK berbeda|NIK different
        NIB EQUAL|NIB sama|NIB equal
        NIB DAMAGED|NIB sama, nol di depan hilang|NIB equal, leading zero lost
        NIB ONE_EDIT|NIB berbeda satu angka|NIB differs by one digit
        NIB DIFFERENT|NIB berbeda|NIB different
        PERSON_NAME EQUAL|nama pemilik sama|owner's name equal
        PERSON_NAME SAME_SOUND|nama sama bunyi|owner's name sounds alike
        PERSON_NAME CONTAINED|nama yang satu bagian dari nama yang lain|one name is part of the other
        PERSON_NAME SIMILAR|nama mirip|names similar
        PERSON_NAME ONE_WORD|hanya satu kata nama sama|only one word of the names is shared
        PERSON_NAME NONE|nama berbeda|names different
        PHONE EQUAL|nomor telepon sama|telephone equal
        PHONE MASKED|angka telepon yang terlihat sama|visible digits of the telephone equal
        PHONE DIFFERENT|nomor telepon berbeda|telephone different
        EMAIL EQUAL|surel sama|e-mail equal
        EMAIL DIFFERENT|surel berbeda|e-mail different
        BRAND EQUAL|nama usaha sama|trade name equal
        BRAND CONTAINED|nama usaha yang satu bagian dari yang lain|one trade name is part of the other
        BRAND OVERLAP|nama usaha sebagian sama|trade names overlap
        BRAND LITTLE|nama usaha sedikit sama|trade names share little
        BRAND NONE|nama usaha berbeda|trade names different
        SECTOR EQUAL|bidang usaha sama|sector equal
        SECTOR DIFFERENT|bidang usaha berbeda|sector different
        LEGAL_FORM EQUAL|bentuk usaha sama|legal form equal
        LEGAL_FORM DIFFERENT|bentuk usaha berbeda|legal form different
        AREA VILLAGE|desa/kelurahan sama|same village
        AREA DISTRICT|kecamatan sama|same district
        AREA REGENCY|kabupaten/kota sama|same regency
        AREA OTHER_DISTRICT|kecamatan berbeda|different district
        AREA OTHER_REGENCY|kabupaten/kota berbeda|different regency
        ADDRESS HOUSE|alamat sama|same address
        ADDRESS STREET|jalan sama|same street
        ADDRESS NEIGHBOURHOOD|RT atau dusun sama|same neighbourhood
        ADDRESS DIFFERENT|alamat berbeda|different address
        OWNER SAME_PERSON|pemilik orang yang sama|same owner
        """;

    private static readonly FrozenDictionary<(string, string), (string Indonesian, string English)> Words = Table
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split('|'))
        .ToFrozenDictionary(parts => (parts[0].Split(' ')[0], parts[0].Split(' ')[1]), parts => (parts[1], parts[2]));

    /// <summary>The reasons of a link, the heaviest first; what speaks against comes last.</summary>
    public static string Of(LinkEdge edge, LinkLanguage language) => Of(edge.Levels, language);

    /// <summary>Levels in words, the heaviest first; what speaks against comes last.</summary>
    public static string Of(IEnumerable<ComparedLevel> levels, LinkLanguage language) =>
        string.Join("; ", levels.OrderByDescending(level => level.Bits).Select(level => Of(level, language)));

    /// <summary>A level in words by its names; null for comparisons that are not the model's.</summary>
    public static (string Indonesian, string English)? Find(string comparison, string level) =>
        Words.TryGetValue((comparison, level), out var words) ? words : null;

    /// <summary>One level in words.</summary>
    public static string Of(ComparedLevel level, LinkLanguage language)
    {
        var (indonesian, english) = Words[(level.Comparison, level.Level)];
        return language == LinkLanguage.Indonesian ? indonesian : english;
    }
}

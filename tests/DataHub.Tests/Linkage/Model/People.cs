using DataHub.Linkage.Model;

namespace DataHub.Tests.Linkage.Model;

/// <summary>Records for tests of linking, and a population around them that makes frequencies what they are in a province.</summary>
internal static class People
{
    public static readonly Gazetteer Lampung = new(
    [
        new("18", "Lampung"), new("18.01", "Lampung Selatan"), new("18.01.04", "Natar"), new("18.01.07", "Sidomulyo"),
        new("18.02", "Lampung Tengah"),
        new("18.02.01", "Kalirejo"), new("18.02.04", "Gunung Sugih"), new("18.05", "Tulang Bawang"), new("18.05.22", "Rawa Pitu"),
        new("18.12", "Tulang Bawang Barat"),
        new("18.10", "Pringsewu"), new("18.10.01", "Pringsewu"), new("18.71", "Bandar Lampung"), new("18.71.02", "Sukarame"),
        new("18.71.03", "Tanjungkarang Pusat"), new("18.72", "Metro"), new("18.72.05", "Metro Selatan"),
    ]);

    private static readonly string[] First = ["AGUS", "BUDI", "DEWI", "EKO", "FITRI", "HENDRA", "INDRA", "JOKO", "KARTINI", "LESTARI",
        "MARYATI", "NURHAYATI"];
    private static readonly string[] Second = ["SANTOSO", "WIJAYA", "RAHAYU", "SAPUTRA", "HIDAYAT", "UTAMI", "KUSUMA", "PRATAMA",
        "HANDAYANI", "SETIAWAN", "LESTARI"];
    private static readonly string[] Brands = ["BAROKAH", "MEKAR JAYA", "SUMBER REZEKI", "MANDIRI", "SINAR BARU", "HARAPAN", "MAKMUR",
        "SARI RASA", "TIGA PUTRA"];

    public static LinkRecord Oss(string nib, string? nik, string person, string business, string? phone = null,
        string? region = "18.01.04", string? address = null) => new()
        {
            Feed = LinkFeed.Oss,
            SourceKey = nib,
            Nib = nib,
            Nik = nik,
            PersonName = person,
            BusinessName = business,
            Phone = phone,
            RegionCode = region,
            Address = address,
            Kbli = "10794",
            LegalForm = "Perorangan",
        };

    public static LinkRecord Akad(string key, string? nik, string person, string? business = null, string? nib = null,
        string? region = "18.01.04", decimal atStake = 0) => new()
        {
            Feed = LinkFeed.Sikp,
            SourceKey = key,
            Nik = nik,
            PersonName = person,
            BusinessName = business,
            Nib = nib,
            RegionCode = region,
            AtStake = atStake,
        };

    public static LinkRecord Trainee(string key, string? nik, string person, string? business = null, string? phone = null) => new()
    {
        Feed = LinkFeed.Pelatihan,
        SourceKey = key,
        Nik = nik,
        PersonName = person,
        BusinessName = business,
        Phone = phone,
    };

    public static LinkRecord Shop(string key, string? person, string business, string? phone = null, string? nib = null,
        string? town = "Kab. Lampung Selatan") => new()
        {
            Feed = LinkFeed.Marketplace,
            SourceKey = key,
            PersonName = person,
            BusinessName = business,
            Phone = phone,
            Nib = nib,
            Address = town,
        };

    public static LinkRecord Certificate(string key, string person, string business, string address) => new()
    {
        Feed = LinkFeed.Sertifikat,
        SourceKey = key,
        PersonName = person,
        BusinessName = business,
        Address = address,
    };

    /// <summary>Licences of other people, each once: the background against which a name is rare or common.</summary>
    public static IEnumerable<LinkRecord> Others(int count) => Enumerable.Range(0, count).Select(i => Oss(
        $"9{i:D12}",
        $"18{1 + (i % 13):D2}{1 + (i % 20):D2}{1 + (i % 28):D2}{1 + (i % 12):D2}{60 + (i % 40)}{1000 + (i * 7 % 9000):D4}",
        $"{First[i % First.Length]} {Second[i / First.Length % Second.Length]}",
        $"KERIPIK {Brands[i % Brands.Length]} {Second[i * 5 % Second.Length]}",
        $"0813{10_000_000 + (i * 7919)}",
        $"18.{(i % 2 == 0 ? "02.01" : "71.02")}"));

    /// <summary>Links records against a background of others; the places are those of <paramref name="records"/>.</summary>
    public static LinkResult Link(LinkRecord[] records, params LinkJudgement[] judgements) => Linker.Link(
        [.. records, .. Others(1_000)],
        new LinkContext { Gazetteer = Lampung, Judgements = judgements, TotalRecords = 45_000 });
}

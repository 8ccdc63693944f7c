using System.Globalization;
using DataHub.Linkage.Model;
using DataHub.Testing.Linkage.Labelled;
using DataHub.Testing.Linkage.Scoring;

namespace DataHub.Testing.Linkage;

/// <summary>Feed records as the linker takes them, in memory.</summary>
public static class LinkRecords
{
    /// <summary>Records of the five plain files of a folder, in the order of feeds and lines.</summary>
    public static LinkRecord[] Read(string folder) =>
        [.. LabelledFiles.Feeds.SelectMany(feed =>
            CsvLines.Read(Path.Combine(folder, feed.Feed + ".csv")).Select(row => Of(feed.Feed, row)))];

    public static LinkRecord[] Of(LabelledSet set)
    {
        var columns = LabelledFiles.Feeds.ToDictionary(feed => feed.Feed, feed => feed.Columns.Split(','));
        return [.. set.Rows.Select(row => Of(row.Feed, columns[row.Feed].Zip(row.Fields).ToDictionary()))];
    }

    /// <summary>Clusters of a linker's result by record.</summary>
    public static Dictionary<RecordKey, string> Clusters(IReadOnlyList<LinkRecord> records, int[] numbers) =>
        Enumerable.Range(0, records.Count)
            .ToDictionary(at => KeyOf(records[at]), at => numbers[at].ToString(CultureInfo.InvariantCulture));

    /// <summary>As the truth names it.</summary>
    public static RecordKey KeyOf(LinkRecord record) => new(record.Feed switch
    {
        LinkFeed.Oss => "oss",
        LinkFeed.Sikp => "sikp",
        LinkFeed.Pelatihan => "pelatihan",
        LinkFeed.Marketplace => "marketplace",
        _ => "sertifikat",
    }, record.SourceKey);

    private static LinkRecord Of(string feed, IReadOnlyDictionary<string, string> row) => feed switch
    {
        "oss" => Licence(row),
        "sikp" => Loan(row),
        "pelatihan" => Course(row),
        "marketplace" => Shop(row),
        _ => Certificate(row),
    };

    private static LinkRecord Licence(IReadOnlyDictionary<string, string> row) => new()
    {
        Feed = LinkFeed.Oss,
        SourceKey = row["nib"],
        Nib = Text(row, "nib"),
        Nik = Text(row, "nik_penanggung_jawab"),
        PersonName = Text(row, "nama_pemilik"),
        BusinessName = Text(row, "nama_usaha"),
        Phone = Text(row, "telepon"),
        Email = Text(row, "email"),
        Address = Text(row, "alamat"),
        RegionCode = Text(row, "kode_wilayah"),
        Kbli = Text(row, "kbli"),
        LegalForm = Text(row, "jenis_badan_usaha"),
        Date = Day(row, "tanggal_terbit"),
        IsActive = row["status"] == "AKTIF",
    };

    private static LinkRecord Loan(IReadOnlyDictionary<string, string> row) => new()
    {
        Feed = LinkFeed.Sikp,
        SourceKey = row["nomor_akad"],
        Nib = Text(row, "nib"),
        Nik = Text(row, "nik"),
        PersonName = Text(row, "nama_debitur"),
        BusinessName = Text(row, "nama_usaha"),
        RegionCode = Text(row, "kode_wilayah"),
        Date = Day(row, "tanggal_akad"),
        AtStake = decimal.Parse(row["outstanding"], CultureInfo.InvariantCulture),
    };

    private static LinkRecord Course(IReadOnlyDictionary<string, string> row) => new()
    {
        Feed = LinkFeed.Pelatihan,
        SourceKey = row["id_peserta"],
        Nik = Text(row, "nik"),
        PersonName = Text(row, "nama"),
        BusinessName = Text(row, "nama_usaha"),
        Phone = Text(row, "telepon"),
        Date = Day(row, "tanggal_mulai"),
    };

    private static LinkRecord Shop(IReadOnlyDictionary<string, string> row) => new()
    {
        Feed = LinkFeed.Marketplace,
        SourceKey = row["shop_id"],
        Nib = Text(row, "nib"),
        PersonName = Text(row, "nama_pemilik"),
        BusinessName = Text(row, "nama_toko"),
        Phone = Text(row, "telepon"),
        Address = Text(row, "kota"),
        Date = Day(row, "terdaftar"),
    };

    private static LinkRecord Certificate(IReadOnlyDictionary<string, string> row) => new()
    {
        Feed = LinkFeed.Sertifikat,
        SourceKey = row["nomor"],
        PersonName = Text(row, "nama_pemilik"),
        BusinessName = Text(row, "nama_usaha"),
        Address = Text(row, "alamat"),
        Date = Day(row, "tanggal_terbit"),
    };

    private static string? Text(IReadOnlyDictionary<string, string> row, string column) =>
        row[column].Trim() is { Length: > 0 } text ? text : null;

    private static DateOnly? Day(IReadOnlyDictionary<string, string> row, string column) =>
        DateOnly.TryParseExact(row[column], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

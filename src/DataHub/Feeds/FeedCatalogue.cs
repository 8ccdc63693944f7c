using static DataHub.Feeds.ColumnKind;

namespace DataHub.Feeds;

/// <summary>The feeds the hub knows, in the order in which a whole delivery loads best: what is pointed to before what points.</summary>
public static class FeedCatalogue
{
    /// <summary>All feeds.</summary>
    public static IReadOnlyList<FeedDefinition> All { get; } =
    [
        new("OSS",
        [
            Key("nib", Nib, ColumnRole.Nib), new("nik_penanggung_jawab", Nik, ColumnRole.Nik),
            new("nama_usaha", Text, ColumnRole.BusinessName, Required: true), new("nama_pemilik", Text, ColumnRole.PersonName),
            new("jenis_badan_usaha"), new("kbli", Kbli), new("skala", Scale), new("modal_usaha", Amount), new("alamat"),
            new("kode_wilayah", Region, ColumnRole.Place), new("telepon", Text, ColumnRole.Phone), new("email"),
            new("tanggal_terbit", Date), new("status", Status),
        ],
        "tanggal_terbit",
        [
            "nib", "name", "scale", "scaleCriterion", "legalForm", "kbli", "kbliVersion", "sector", "regency", "district", "address",
            "registeredOn", "status", "capital", "owner", "licences",
        ]),
        new("SIKP",
        [
            Key("nomor_akad"), new("nik", Nik, ColumnRole.Nik), new("nama_debitur", Text, ColumnRole.PersonName),
            new("nib", Nib, ColumnRole.Nib), new("nama_usaha", Text, ColumnRole.BusinessName), new("kode_penyalur"),
            new("skema_kur", KurKind, Required: true), new("plafon", Amount, Required: true), new("outstanding", Amount),
            new("kolektibilitas", Collectability), new("tanggal_akad", Date, Required: true),
            new("tanggal_jatuh_tempo", EndDate), new("kode_wilayah", Region, ColumnRole.Place),
        ],
        "tanggal_akad", ["loans"]),
        new("PROGRAM",
        [Key("kode_program"), new("nama_program"), new("topik"), new("penyelenggara"), new("sasaran_per_tahun", Count)], null, []),
        new("PELATIHAN",
        [
            Key("id_peserta"), new("nama", Text, ColumnRole.PersonName), new("nik", Nik, ColumnRole.Nik),
            new("telepon", Text, ColumnRole.Phone), new("nama_usaha", Text, ColumnRole.BusinessName),
            new("kode_program", Required: true), new("nama_program"), new("penyelenggara"), new("tanggal_mulai", Date),
            new("tanggal_selesai", EndDate), new("jam", Count), new("lulus", YesNo),
        ],
        "tanggal_mulai", ["trainings"]),
        new("SIDT",
        [
            Key("id_sidt"), new("nib", Nib, ColumnRole.Nib), new("nik", Nik, ColumnRole.Nik), new("tenaga_kerja", Count),
            new("omzet_tahunan", Amount), new("tahun", Year, Required: true),
        ],
        null, ["annualSales", "annualSalesYear", "workers"]),
        new("PRODUK",
        [
            Key("id_produk"), new("nib", Nib, ColumnRole.Nib), new("nama_produk", Required: true), new("kategori"), new("kbli", Kbli),
            new("harga", Amount),
        ],
        null, ["products", "productsCount"]),
        new("MARKETPLACE",
        [
            Key("shop_id"), new("platform"), new("nama_toko", Text, ColumnRole.BusinessName),
            new("nama_pemilik", Text, ColumnRole.PersonName), new("telepon", Text, ColumnRole.Phone), new("nib", Nib, ColumnRole.Nib),
            new("kota", Text, ColumnRole.Place), new("jumlah_produk", Count), new("rating", Rating), new("omzet_12_bulan", Amount),
            new("terdaftar", Date),
        ],
        "terdaftar", ["shops"]),
        new("SERTIFIKAT",
        [
            Key("nomor"), new("jenis", CertificateKind, Required: true), new("nama_usaha", Text, ColumnRole.BusinessName),
            new("nama_pemilik", Text, ColumnRole.PersonName), new("alamat", Text, ColumnRole.Place),
            new("tanggal_terbit", Date), new("tanggal_kedaluwarsa", EndDate),
        ],
        "tanggal_terbit", ["certificates"]),
        new("PAMERAN",
        [
            Key("id_peserta_pameran"), new("kode_pameran", Required: true), new("nama_pameran"), new("tempat"),
            new("tanggal_mulai", Date), new("tanggal_selesai", EndDate), new("nib", Nib, ColumnRole.Nib), new("penjualan", Amount),
        ],
        "tanggal_mulai", ["exhibitions"]),
        new("PENGADAAN",
        [
            Key("nomor_kontrak"), new("nib", Nib, ColumnRole.Nib), new("instansi"), new("nama_paket"), new("nilai", Amount),
            new("tanggal_kontrak", Date),
        ],
        "tanggal_kontrak", ["procurementContracts"]),
        new("KEMITRAAN",
        [
            Key("nomor_perjanjian"), new("nib", Nib, ColumnRole.Nib), new("nib_mitra", Nib), new("nama_mitra"), new("pola"),
            new("tanggal_mulai", Date), new("tanggal_selesai", EndDate), new("nilai", Amount), new("offtaker", YesNo),
        ],
        "tanggal_mulai", ["partnerships"]),
        new("LISTING",
        [
            Key("id_listing"), new("id_produk"), new("shop_id"), new("harga", Amount), new("terjual", Count),
            new("tanggal_tayang", Date),
        ],
        "tanggal_tayang", []),
        // An agency's own list of businesses, made from its spreadsheet by a mapping; its words for kind and class are its own.
        new("DAFTAR",
        [
            Key("id_daftar"), new("daftar", Required: true), new("instansi"), new("nama_usaha", Text, ColumnRole.BusinessName),
            new("nama_pemilik", Text, ColumnRole.PersonName), new("nik", Nik, ColumnRole.Nik), new("nib", Nib, ColumnRole.Nib),
            new("telepon", Text, ColumnRole.Phone), new("email"), new("alamat"), new("kelurahan"), new("kecamatan"), new("kabupaten"),
            new("kode_wilayah", Region, ColumnRole.Place), new("kbli", Kbli), new("jenis_usaha"), new("jenis_badan_usaha"), new("skala"),
            new("tenaga_kerja", Count), new("omzet", Amount), new("modal", Amount), new("tahun", Year), new("tahun_mulai", Year),
            new("sertifikat"), new("status"), new("tanggal_data", Date),
        ],
        "tanggal_data", ["listings"]),
    ];

    /// <summary>Feeds whose records the linking pass compares with each other; the others name the NIB of a business, or nobody.</summary>
    internal static readonly string[] Compared = ["OSS", "SIKP", "PELATIHAN", "MARKETPLACE", "SERTIFIKAT"];

    /// <summary>True for feeds whose records the linking pass compares.</summary>
    public static bool IsCompared(FeedDefinition feed) => Compared.Contains(feed.Name);

    /// <summary>True for feeds whose records are joined to a business as they arrive, by the NIB or NIK that they name.</summary>
    public static bool IsJoinedByKeys(FeedDefinition feed) => !IsCompared(feed) && feed.Name is not ("PROGRAM" or "LISTING");

    /// <summary>The feed of a name. Throws when there is none.</summary>
    public static FeedDefinition Get(string name) => All.First(feed => feed.Name == name);

    /// <summary>Place of a feed in <see cref="All"/>.</summary>
    public static int NumberOf(FeedDefinition feed)
    {
        for (var i = 0; i < All.Count; i++)
            if (All[i].Name == feed.Name) return i;
        throw new ArgumentException($"The feed {feed.Name} is not in the catalogue.", nameof(feed));
    }

    private static FeedColumn Key(string name, ColumnKind kind = Text, ColumnRole role = ColumnRole.None) =>
        new(name, kind, role, Required: true);
}

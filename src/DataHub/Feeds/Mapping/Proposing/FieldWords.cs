namespace DataHub.Feeds.Mapping.Proposing;

/// <summary>Words of a header that speak for a field, as agencies write them.</summary>
/// <param name="Field">Field of DAFTAR.</param>
/// <param name="Whole">The header is just this, spaces and marks aside: it needs no other evidence.</param>
/// <param name="Parts">All words of one of these stand in the header.</param>
/// <param name="Never">With one of these words the header means something else.</param>
internal sealed record FieldWords(string Field, string[] Whole, string[] Parts, string[] Never)
{
    /// <summary>The dictionary. An earlier field is asked first where two have the same evidence.</summary>
    public static IReadOnlyList<FieldWords> All { get; } =
    [
        Of("nib", "nib|nomor induk berusaha|no nib|nomor nib|nib oss|nomor izin berusaha|business identification number",
            "nib|induk berusaha", "tanggal tgl tahun status jenis nibu"),
        Of("nik", "nik|no nik|nomor nik|no ktp|nomor ktp|ktp|nik pemilik|nik ktp|no ktp nik|nik no ktp|nomor induk kependudukan|no identitas|nomor identitas|nik penanggung jawab",
            "nik|ktp|induk kependudukan", "foto scan tanggal alamat teknik keramik unik mekanik"),
        Of("nama_usaha",
            "nama usaha|nama umkm|nama ikm|nama perusahaan|nama industri|nama koperasi|nama toko|nama badan usaha|nama unit usaha|nama kelompok usaha|nama kelompok|nama merk|nama pelaku ikm|merk|merk usaha|merek|merek dagang|nama merek|nama brand|brand|usaha|perusahaan|nama outlet|nama warung|nama kub|nama sentra|nama perusahaan industri|nama perusahaan umkm|business name|company name|company|nama proyek",
            "nama usaha|nama perusahaan|nama industri|nama umkm|nama ikm|nama toko|nama koperasi|nama kelompok|nama merk|nama merek|nama brand|nama badan usaha|nama produsen|nama unit usaha|business name|company name",
            "pemilik pimpinan penanggung jawab pengurus ketua jenis bidang kategori pengusaha"),
        Of("nama_pemilik",
            "nama pemilik|pemilik|nama pengusaha|nama pimpinan|pimpinan|nama pelaku usaha|pelaku usaha|nama|nama lengkap|nama pemilik usaha|nama penanggung jawab|penanggung jawab|nama ketua|nama pengelola|nama direktur|direktur|pengurus|nama pengurus|nama pemohon|nama peserta|owner|owner name|nama owner|name|nama wirausaha|nama pengrajin|nama perajin|nama pedagang|pemilik usaha|nama anggota|nama pelaku umkm|nama penerima",
            "nama pemilik|nama pengusaha|nama pimpinan|nama pelaku|pemilik usaha|nama lengkap|penanggung jawab|nama pengelola|nama pengurus|nama ketua|nama direktur|nama pedagang|nama peserta|nama penerima|owner",
            "alamat jenis no nomor telepon hp nik jabatan umur status tanggal pendidikan kelamin"),
        Of("telepon",
            "no telp|no telepon|telepon|telp|no hp|hp|nomor hp|nomor telepon|no wa|whatsapp|no whatsapp|nomor whatsapp|kontak|contact|no kontak|nomor kontak|contact person|cp|handphone|no handphone|telp hp|no telp hp|no hp wa|nomor hp wa|no tlp|tlp|phone|telephone|nomor telp|no telepon hp|kontak person|narahubung|nomor telepon seluler",
            "telp|telepon|tlp|hp|wa|whatsapp|handphone|phone|kontak", "jenis alamat merk"),
        Of("email", "email|e mail|alamat email|surel|alamat surel", "email|e mail|surel", ""),
        Of("kelurahan", "kelurahan|desa|desa kelurahan|kelurahan desa|kel desa|desa kel|kel|pekon|kampung|nama desa|nama kelurahan|pekon kelurahan|tiyuh|nagari|gampong|village|desa pekon|nama desa kelurahan|kalurahan",
            "kelurahan|desa|pekon|tiyuh", "alamat kecamatan kode jumlah"),
        Of("kecamatan", "kecamatan|kec|nama kecamatan|distrik|district|kecamatan usaha|kecamatan nama|wilayah kecamatan|bps nama kecamatan|kemendagri nama kecamatan",
            "kecamatan", "alamat kode kelurahan desa jumlah"),
        Of("kabupaten",
            "kabupaten|kab|kota|kab kota|kabupaten kota|kota kabupaten|nama kabupaten|nama kabupaten kota|kabupaten atau kota|kab atau kota|regency|city|nama kab kota|daerah|bps nama kabupaten kota|kabko",
            "kabupaten|kab kota", "kode alamat jumlah"),
        Of("alamat",
            "alamat|alamat usaha|alamat lengkap|alamat perusahaan|alamat pemilik|alamat rumah|lokasi|lokasi usaha|alamat lokasi|address|tempat usaha|alamat toko|alamat ktp|alamat umkm|alamat produksi|alamat ikm|jalan|alamat tempat usaha",
            "alamat|lokasi usaha|address|jalan", "email surel web website tanggal kode"),
        Of("kbli", "kbli|kode kbli|kbli 2020|no kbli|nomor kbli|kbli 2017|kbli 2015|kbli 5 digit|kode kbli 2020|kbli 2025", "kbli",
            "judul uraian nama keterangan"),
        Of("jenis_badan_usaha",
            "bentuk usaha|badan usaha|jenis badan usaha|bentuk badan usaha|bentuk badan hukum|badan hukum|bentuk perusahaan|legalitas|status badan hukum|status usaha|bentuk hukum",
            "badan usaha|badan hukum|bentuk usaha|legalitas", "nama nomor tanggal no"),
        Of("skala", "skala|skala usaha|klasifikasi usaha|klasifikasi|kelas usaha|kategori usaha|skala industri|kriteria usaha|kategori umkm|golongan usaha|uraian skala usaha|jenis usaha mikro kecil menengah",
            "skala|klasifikasi usaha|kelas usaha|kriteria", ""),
        Of("jenis_usaha",
            "jenis usaha|bidang usaha|jenis produk|produk|komoditi|komoditas|jenis kegiatan|kegiatan usaha|jenis industri|sektor usaha|sektor|jenis produksi|produk utama|nama produk|usaha|produk yang dihasilkan|jenis produk yang dihasilkan|kelompok usaha|kategori produk|jenis barang|jenis dagangan|product|kategori|bidang|deskripsi usaha|uraian kegiatan|jenis lapangan usaha|lapangan usaha|cabang industri|hasil produksi|judul kbli|jenis komoditi|jenis makanan|kategori jenis usaha|sektor industri|sentra",
            "jenis usaha|bidang usaha|jenis produk|komoditi|komoditas|jenis kegiatan|jenis industri|nama produk|produk utama|kegiatan usaha|jenis produksi|sektor usaha|lapangan usaha|jenis barang|judul kbli",
            "nilai kapasitas biaya volume jumlah omzet omset harga satuan kelamin izin ijin legalitas"),
        Of("tenaga_kerja",
            "tenaga kerja|jumlah tenaga kerja|jml tenaga kerja|tk|jumlah tk|jumlah karyawan|karyawan|jml tk|pekerja|jumlah pekerja|jumlah pegawai|tenaga kerja total|total tenaga kerja|tki|employees|number of employees|jumlah naker|tenaga kerja orang|tenaga kerja jumlah|jumlah tenaga kerja orang|tki orang",
            "tenaga kerja|karyawan|jumlah tk|pekerja|jml tk|pegawai|naker",
                "laki perempuan wanita pria gaji upah biaya nama asing l p lk pr"),
        Of("omzet",
            "omzet|omset|omzet tahun|omzet per tahun|omset per tahun|omzet tahunan|omset tahunan|penjualan|nilai penjualan|hasil penjualan tahunan|penjualan tahunan|omzet pertahun|omset pertahun|revenue|turnover|nilai omzet|volume penjualan|hasil penjualan",
            "omzet|omset|penjualan tahunan|nilai penjualan|turnover",
                "bulan perbulan hari perhari bulanan harian minggu jangkauan wilayah daerah kategori"),
        Of("modal",
            "modal|modal usaha|nilai investasi|investasi|aset|asset|jumlah modal|modal awal|nilai modal|total investasi|jumlah investasi|nilai investasi rp|aset usaha|jumlah aset|modal kerja|modal sendiri|capital|kekayaan bersih|total aset",
            "modal|investasi|aset|asset", "jenis sumber status asal penanaman"),
        Of("tahun_mulai",
            "tahun berdiri|tahun mulai usaha|tahun mulai|mulai usaha|tahun pendirian|berdiri sejak|tahun usaha|tanggal berdiri|tgl berdiri|tahun berdiri usaha|mulai berdiri|berdiri tahun|th berdiri|thn berdiri|tahun operasi|tanggal mulai usaha|lama usaha sejak",
            "tahun berdiri|tahun mulai|mulai usaha|thn berdiri|th berdiri|tahun pendirian|berdiri", "nama lama"),
        Of("sertifikat", "sertifikat|sertifikasi|sertifikat yang dimiliki|sertifikasi produk|perizinan|izin yang dimiliki|legalitas produk|izin|ijin|ijin yang dimiliki|jenis izin|izin usaha|ijin usaha|legalitas usaha|pirt|p irt|halal|no pirt|sertifikat halal|no sertifikat halal",
            "sertifikat|sertifikasi|perizinan|pirt|halal|izin|ijin", "tanggal tgl masa instansi kantor"),
        Of("status", "status|keterangan aktif|status aktif|aktif|kondisi usaha|aktif tidak aktif|status usaha aktif",
            "status aktif|kondisi usaha", "kawin nikah kepemilikan tempat modal"),
        Of("tahun", "tahun|tahun data|tahun pendataan|thn|year|periode tahun", "tahun data|tahun pendataan", "berdiri mulai"),
    ];

    /// <summary>The dictionary of a feed: that of DAFTAR by field and by what a field tells; else the field's own name.</summary>
    public static IReadOnlyList<FieldWords> For(FeedDefinition feed) => feed.Name == "DAFTAR"
        ? All
        : [.. feed.Columns.Select(column => Alike(column) is { } known
            ? known with { Field = column.Name, Whole = [.. known.Whole, Squeezed(column.Name.Replace('_', ' '))] }
            : new FieldWords(column.Name, [Squeezed(column.Name.Replace('_', ' '))], [column.Name.Replace('_', ' ')], []))];

    private static FieldWords? Alike(FeedColumn column) => All.FirstOrDefault(words => words.Field == (column.Role switch
    {
        ColumnRole.Nik => "nik",
        ColumnRole.Nib => "nib",
        ColumnRole.BusinessName => "nama_usaha",
        ColumnRole.PersonName => "nama_pemilik",
        ColumnRole.Phone => "telepon",
        _ => column.Name,
    }));

    private static FieldWords Of(string field, string whole, string parts, string never) => new(
        field, [.. whole.Split('|').Select(Squeezed)], parts.Split('|'), never.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static string Squeezed(string words) => words.Replace(" ", "", StringComparison.Ordinal);
}

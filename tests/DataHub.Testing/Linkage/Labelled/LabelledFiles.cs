using System.Text;

namespace DataHub.Testing.Linkage.Labelled;

/// <summary>Writes a labelled set as files: the five feeds, truth.csv and cases.csv.</summary>
public static class LabelledFiles
{
    internal static readonly (string Feed, string Columns)[] Feeds =
    [
        ("oss", "nib,nik_penanggung_jawab,nama_usaha,nama_pemilik,jenis_badan_usaha,kbli,skala,modal_usaha,alamat,kode_wilayah," +
            "telepon,email,tanggal_terbit,status"),
        ("sikp", "nomor_akad,nik,nama_debitur,nib,nama_usaha,kode_penyalur,skema_kur,plafon,outstanding,kolektibilitas,tanggal_akad," +
            "tanggal_jatuh_tempo,kode_wilayah"),
        ("pelatihan", "id_peserta,nama,nik,telepon,nama_usaha,kode_program,nama_program,penyelenggara,tanggal_mulai,tanggal_selesai," +
            "jam,lulus"),
        ("marketplace", "shop_id,platform,nama_toko,nama_pemilik,telepon,nib,kota,jumlah_produk,rating,omzet_12_bulan,terdaftar"),
        ("sertifikat", "nomor,jenis,nama_usaha,nama_pemilik,alamat,tanggal_terbit,tanggal_kedaluwarsa"),
    ];

    /// <summary>Creates the folder; files of the same names are replaced.</summary>
    public static void Write(LabelledSet set, string folder)
    {
        WriteFeeds(set, folder);
        var ordered = set.Rows.OrderBy(row => row.Feed, StringComparer.Ordinal).ThenBy(row => row.Key, StringComparer.Ordinal).ToArray();
        WriteFile(folder, "truth", "feed,source_record_id,business_id,owner_id,person_id,role", ordered.Select(row =>
            (string[])[row.Feed, row.Key, row.Truth.Business, row.Truth.Owner, row.Truth.Person, row.Truth.Role]));
        WriteFile(folder, "cases", "feed,source_record_id,tag", ordered.SelectMany(row =>
            row.Tags.Order(StringComparer.Ordinal).Select(tag => (string[])[row.Feed, row.Key, tag])));
    }

    /// <summary>Only the five feeds. Creates the folder.</summary>
    public static void WriteFeeds(LabelledSet set, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var (feed, columns) in Feeds)
            WriteFile(folder, feed, columns, set.Rows.Where(row => row.Feed == feed).Select(row => row.Fields));
    }

    /// <summary>The same feeds as other programs save them: dates, amounts, separators and encodings differ from feed to feed.</summary>
    public static void WriteDialects(LabelledSet set, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var (feed, columns) in Feeds)
        {
            var dialect = Dialect.Of(feed);
            var text = new StringBuilder();
            dialect.Line(text, columns.Split(','));
            foreach (var row in set.Rows)
                if (row.Feed == feed) dialect.Line(text, dialect.Translated(columns.Split(','), row.Fields));
            File.WriteAllBytes(Path.Combine(folder, feed + ".csv"), dialect.Bytes(text.ToString()));
        }
    }

    private static void WriteFile(string folder, string name, string columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        using var writer = new StreamWriter(Path.Combine(folder, name + ".csv"), append: false, new UTF8Encoding(false), 1 << 16);
        writer.Write(columns);
        writer.Write('\n');
        var line = new StringBuilder();
        foreach (var row in rows)
        {
            line.Clear();
            Dialect.Plain.Line(line, row);
            writer.Write(line);
        }
    }
}

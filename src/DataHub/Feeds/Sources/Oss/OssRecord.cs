using System.Text.Json;
using DataHub.Feeds.Sources.Http;

namespace DataHub.Feeds.Sources.Oss;

/// <summary>Makes a row of the feed OSS of <c>dataNIB</c>. Code numbers are those of the interface's appendices.</summary>
internal static class OssRecord
{
    /// <summary>The row; its NIB is the one that was asked for, when the answer tells none.</summary>
    public static SourceRow Row(string asked, JsonElement data)
    {
        var fields = new JsonFields(data);
        var owner = fields.Part("penanggung_jwb", _ => 0);
        // Appendix 26: 01 is the main project.
        var project = fields.Part("data_proyek", one => one.Text("jenis_proyek") is "01" ? 0 : 1);
        string[] texts =
        [
            fields.Text("nib") is { Length: > 0 } nib ? nib : asked,
            owner.First("no_identitas_penanggung_jwb", "nik_penanggung_jwb"),
            fields.Text("nama_perseroan"),
            owner.Text("nama_penanggung_jwb"),
            LegalForm(fields.Text("jenis_perseroan")),
            project.Text("kbli"),
            Scale(fields.Text("skala_usaha")),
            fields.First("total_modal_ditempatkan", "dalam_bentuk_uang"),
            Address(fields),
            fields.Text("perseroan_daerah_id"),
            fields.Text("nomor_telpon_perseroan"),
            fields.Text("email_perusahaan"),
            fields.Text("tgl_terbit_nib"),
            Status(fields.Text("status_nib"), fields.Text("tipe_dokumen")),
        ];
        return new SourceRow(texts, 0);
    }

    private static string Address(JsonFields fields)
    {
        var street = fields.Text("alamat_perseroan");
        var (block, village) = (fields.Text("rt_rw_perseroan"), fields.Text("kelurahan_perseroan"));
        if (block.Length > 0) street += $", RT/RW {block}";
        return village.Length > 0 ? $"{street}, Kel. {village}" : street;
    }

    // Appendix 2; other forms are rare and stay as their number.
    private static string LegalForm(string code) => code switch
    {
        "01" => "PT",
        "02" => "CV",
        "05" => "Firma",
        "06" => "Persekutuan Perdata",
        "07" => "Koperasi",
        "10" => "Yayasan",
        "17" => "Perorangan",
        "26" => "PT Perorangan",
        "28" => "BUM Desa",
        "29" => "BUM Desa Bersama",
        _ => code,
    };

    // Appendix 31; words are read as those of a file.
    private static string Scale(string code) => code switch
    {
        "01" => "MIKRO",
        "02" => "KECIL",
        "03" => "MENENGAH",
        "04" => "BESAR",
        _ => code,
    };

    // Appendix 14: 01 active, 02 not yet, 03 and 04 allowed to trade, 05 frozen, 06 revoked. Documents of types 3 and 4 revoke and cancel.
    private static string Status(string code, string document) => (document, code) switch
    {
        ("3" or "4", _) or (_, "06") => "DICABUT",
        (_, "01" or "03" or "04") => "AKTIF",
        (_, "02" or "05") => "TIDAK AKTIF",
        _ => code,
    };
}

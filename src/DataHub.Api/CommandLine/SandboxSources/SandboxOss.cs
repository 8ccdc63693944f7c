using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DataHub.Api.CommandLine.SandboxSources;

/// <summary>OSS: <c>POST /oss/inqueryNIB</c> with the header <c>user_key</c>.</summary>
internal sealed class SandboxOss(SandboxData data) : SandboxSource("oss")
{
    private static readonly string[] Scales = ["", "MIKRO", "KECIL", "MENENGAH", "BESAR"];

    public override void Map(WebApplication app) => app.MapPost("/oss/inqueryNIB", async (HttpRequest request) =>
    {
        if (request.Headers["user_key"] != Secret) return Refused();
        var question = await JsonSerializer.DeserializeAsync<JsonObject>(request.Body);
        var nib = question?["INQUERYNIB"]?["nib"]?.GetValue<string>();
        var record = data.Of("OSS").FirstOrDefault(record => record.Key == nib);
        return record is null ? Answer("404", null) : Answer("200", List([Nib(record)])[0]!.DeepClone());
    });

    public override void Touch(int records)
    {
        foreach (var record in data.Of("OSS").Take(records))
            data.Change("OSS", record.Key, "status", record["status"] == "AKTIF" ? "DICABUT" : "AKTIF");
    }

    protected override void Spoil(JsonObject record, int turn)
    {
        if (turn % 2 == 0) record["nama_perseroan"] = new JsonArray("bukan", "teks");
        else record.Remove("nama_perseroan");
    }

    private static IResult Answer(string code, JsonNode? nib)
    {
        var response = new JsonObject { ["kode"] = code, ["keterangan"] = code == "200" ? "Sukses" : "Data tidak ditemukan" };
        if (nib is not null) response["dataNIB"] = nib;
        return Results.Json(new JsonObject { ["responinqueryNIB"] = response });
    }

    private static JsonObject Nib(SandboxRecord record) => new()
    {
        ["nib"] = record.Key,
        ["oss_id"] = $"I-{record.Key}",
        ["versi_pia"] = "1.1",
        ["tgl_terbit_nib"] = record["tanggal_terbit"],
        ["jenis_perseroan"] = LegalForm(record["jenis_badan_usaha"]),
        ["nama_perseroan"] = record["nama_usaha"],
        ["alamat_perseroan"] = record["alamat"],
        ["perseroan_daerah_id"] = record["kode_wilayah"].Replace(".", "", StringComparison.Ordinal),
        ["nomor_telpon_perseroan"] = record["telepon"],
        ["email_perusahaan"] = record["email"],
        ["skala_usaha"] = $"0{Array.IndexOf(Scales, record["skala"].ToUpperInvariant())}",
        ["status_nib"] = record["status"] switch { "AKTIF" => "01", "DICABUT" => "06", _ => "05" },
        ["tipe_dokumen"] = "9",
        ["total_modal_ditempatkan"] = decimal.Parse(record["modal_usaha"], CultureInfo.InvariantCulture),
        ["penanggung_jwb"] = new JsonArray(new JsonObject
        {
            ["nama_penanggung_jwb"] = record["nama_pemilik"],
            ["jns_identitas_penanggung_jwb"] = "01",
            ["no_identitas_penanggung_jwb"] = record["nik_penanggung_jawab"],
        }),
        ["data_proyek"] = new JsonArray(
            new JsonObject { ["jenis_proyek"] = "02", ["kbli"] = "82990" },
            new JsonObject { ["jenis_proyek"] = "01", ["kbli"] = record["kbli"] }),
    };

    private static string LegalForm(string name) => name switch
    {
        "PT" => "01",
        "CV" => "02",
        "Koperasi" => "07",
        "PT Perorangan" => "26",
        _ => "17",
    };
}

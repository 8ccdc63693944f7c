using System.Text.Json;
using System.Text.Json.Nodes;

namespace DataHub.Api.CommandLine.SandboxSources;

/// <summary>SIKP: <c>/sikp/api/v1/auth</c>, <c>akad</c>, <c>calon</c> and <c>plafon</c>.</summary>
internal sealed class SandboxSikp(SandboxData data) : SandboxSource("sikp")
{
    public override void Map(WebApplication app)
    {
        app.MapPost("/sikp/api/v1/auth", AuthAsync);
        app.MapGet("/sikp/api/v1/akad", (HttpRequest request, long setelah, int jumlah) =>
            HasToken(request) ? Akad(setelah, jumlah) : Refused());
        app.MapGet("/sikp/api/v1/calon/{nik}", (HttpRequest request, string nik) => HasToken(request) ? Calon(nik) : Refused());
        app.MapGet("/sikp/api/v1/plafon/{nik}", (HttpRequest request, string nik) => HasToken(request) ? Plafon(nik) : Refused());
    }

    public override void Touch(int records)
    {
        foreach (var record in data.Of("SIKP").Take(records))
            data.Change("SIKP", record.Key, "outstanding", record["outstanding"] == "0" ? record["plafon"] : "0");
    }

    protected override void Spoil(JsonObject record, int turn)
    {
        switch (turn % 3)
        {
            case 0: record["nilai_akad"] = new JsonObject { ["jumlah"] = 1 }; break;
            case 1: record.Remove("skema"); break;
            default: record["tgl_akad"] = "kemarin"; break;
        }
    }

    private async Task<IResult> AuthAsync(HttpRequest request)
    {
        var given = await JsonSerializer.DeserializeAsync<JsonObject>(request.Body);
        return given?["username"]?.GetValue<string>() == Secret && given["password"]?.GetValue<string>() == Secret
            ? Good(new JsonObject { ["token"] = NewToken(), ["expires_in"] = 3600 })
            : Refused();
    }

    private IResult Akad(long after, int most)
    {
        var from = Switches.Takes(SandboxFault.Backwards) ? 0 : after;
        var records = data.Of("SIKP").Where(record => record.Version > from).ToList();
        return Good(new JsonObject { ["akad"] = List(records.Take(most).Select(Contract)), ["lagi"] = records.Count > most });
    }

    private IResult Calon(string nik)
    {
        if (data.Of("SIKP").FirstOrDefault(record => record["nik"] == nik) is not { } record) return NotFound();
        return Good(new JsonObject
        {
            ["nik"] = nik,
            ["nama"] = record["nama_debitur"],
            ["kode_kabkota"] = record["kode_wilayah"].Replace(".", "", StringComparison.Ordinal) is { Length: >= 4 } code ? code[..4] : "",
            ["npwp"] = "000000000000000",
            ["ijin_usaha"] = record["nib"],
            ["jml_pekerja"] = "2",
        });
    }

    private IResult Plafon(string nik)
    {
        var loans = data.Of("SIKP").Where(record => record["nik"] == nik).ToList();
        if (loans.Count == 0) return NotFound();
        return Good(new JsonArray([.. loans.GroupBy(loan => loan["skema_kur"]).Select(scheme => new JsonObject
        {
            ["nik"] = nik,
            ["skema"] = scheme.Key,
            ["total_limit_default"] = "500000000",
            ["total_limit"] = scheme.First()["plafon"],
            ["limit_aktif_default"] = "500000000",
            ["limit_aktif"] = scheme.First()["outstanding"],
            ["kode_bank"] = scheme.First()["kode_penyalur"],
        })]));
    }

    private static JsonObject Contract(SandboxRecord record) => new()
    {
        ["urutan"] = record.Version,
        ["nomor_akad"] = record.Key,
        ["rekening_baru"] = $"R{record.Version}",
        ["nik"] = record["nik"],
        ["nama_usaha"] = record["nama_usaha"],
        ["kode_bank"] = record["kode_penyalur"],
        ["skema"] = record["skema_kur"],
        ["nilai_akad"] = record["plafon"],
        ["outstanding"] = record["outstanding"],
        ["kolektibilitas"] = record["kolektibilitas"],
        // ddMMyyyy, as its own uploads have it.
        ["tgl_akad"] = record["tanggal_akad"] is { Length: 10 } day ? day[8..] + day[5..7] + day[..4] : record["tanggal_akad"],
        ["tgl_jatuh_tempo"] = record["tanggal_jatuh_tempo"],
    };

    private static IResult Good(JsonNode content) =>
        Results.Json(new JsonObject { ["error"] = false, ["code"] = "00", ["message"] = "sukses", ["data"] = content });

    private static IResult NotFound() => Results.Json(new { error = true, code = "07", message = "calon debitur tidak ditemukan" });
}

using System.Text.Json;
using DataHub.Feeds.Sources.Http;

namespace DataHub.Feeds.Sources.Sikp;

/// <summary>Makes a row of the feed SIKP of a contract and its debtor.</summary>
internal static class SikpRecord
{
    /// <summary>NIK of the debtor; empty when the contract tells none.</summary>
    public static string Nik(JsonElement contract) => new JsonFields(contract).Text("nik");

    /// <summary>Whether the contract itself names its debtor, as some agreements have it.</summary>
    public static bool HasDebtor(JsonElement contract) => new JsonFields(contract).Text("nama_debitur").Length > 0;

    /// <summary>The row; <paramref name="debtor"/> fills what the contract leaves open.</summary>
    public static SourceRow Row(JsonElement contract, SikpCandidate? debtor)
    {
        var fields = new JsonFields(contract);
        string[] texts =
        [
            fields.Text("nomor_akad"),
            fields.Text("nik"),
            Or(fields.Text("nama_debitur"), debtor?.Name),
            Or(fields.Text("nib"), debtor?.Licence),
            fields.Text("nama_usaha"),
            fields.Text("kode_bank"),
            fields.Text("skema"),
            fields.Text("nilai_akad"),
            fields.Text("outstanding"),
            fields.Text("kolektibilitas"),
            Day(fields.Text("tgl_akad")),
            Day(fields.Text("tgl_jatuh_tempo")),
            Or(fields.Text("kode_kabkota"), debtor?.RegencyCode),
        ];
        return new SourceRow(texts, fields.Whole("urutan"));
    }

    private static string Or(string text, string? other) => text.Length > 0 ? text : other ?? "";

    // SIKP writes days as ddMMyyyy in what it takes and in some of what it gives.
    private static string Day(string text) =>
        text.Length == 8 && text.All(char.IsAsciiDigit) ? $"{text[..2]}-{text[2..4]}-{text[4..]}" : text;
}

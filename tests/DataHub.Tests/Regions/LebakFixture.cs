using DataHub.Feeds.Loading;
using DataHub.Shared.Secrets;
using DataHub.Testing;
using DataHub.Tests.Feeds;

namespace DataHub.Tests.Regions;

/// <summary>A hub that was given feeds of Kabupaten Lebak, Banten, and nothing of Lampung. Six micro businesses and a small one.</summary>
public sealed class LebakFixture : HubFixture
{
    public const string Nib = "8120001000011";
    public const string Nik = "3602014505800001";

    private static readonly string[] Districts = ["36.02.01", "36.02.02", "36.02.03"];

    protected override async Task FillRowsAsync(Protector protector)
    {
        var loader = new FeedLoader(DataSource, protector, TimeProvider.System);
        using var folder = new TemporaryFolder();
        await LoadAsync("oss.csv", [FeedWorld.Oss, .. Enumerable.Range(1, 7).Select(Licence)]);
        await LoadAsync(
            "sikp.csv", FeedWorld.Sikp, $"002/KUR/1/2024,{Nik},SITI,{Nib},KERIPIK 1,002,MIKRO,20000000,5000000,1,2024-05-05,2027-05-05,36.02");
        await LoadAsync(
            "sertifikat.csv",
            "nomor,jenis,nama_usaha,nama_pemilik,alamat,tanggal_terbit,tanggal_kedaluwarsa",
            "ID36110000886217252,HALAL,Keripik 1,Siti,Kec. Malingping Kabupaten Lebak,2025-03-29,");
        await LoadAsync("sidt.csv", "id_sidt,nib,nik,tenaga_kerja,omzet_tahunan,tahun", $"S1,{Nib},,3,120000000,2025");

        async Task LoadAsync(string name, params string[] lines)
        {
            var path = folder.Of(name);
            await File.WriteAllLinesAsync(path, lines);
            await loader.LoadAsync(path);
        }
    }

    private static string Licence(int n) =>
        $"812000100001{n},{(n == 1 ? Nik : $"36020{n}{10 + n}05{80 + n}000{n}")},{(n == 1 ? "Keripik 1" : Invented.Business(n))},"
        + $"{(n == 1 ? "Siti" : Invented.Person(n))},Perorangan,10792,{(n == 7 ? "Kecil" : "Mikro")},"
        + $"{(n == 7 ? 2_000_000_000 : 20_000_000)},Jl. {Invented.Word(n)} {n},{Districts[n % 3]},,,2024-01-0{n},AKTIF";
}

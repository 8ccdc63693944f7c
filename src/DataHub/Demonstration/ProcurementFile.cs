using System.Globalization;

namespace DataHub.Demonstration;

/// <summary>Contracts of public buyers with one business in a hundred.</summary>
internal static class ProcurementFile
{
    public const string Name = "pengadaan.csv";
    private const string Header = "nomor_kontrak,nib,instansi,nama_paket,nilai,tanggal_kontrak";
    private static readonly string[] Buyers =
    [
        "Dinas Pendidikan", "Dinas Kesehatan", "Sekretariat Daerah", "Dinas Sosial", "Badan Perencanaan Pembangunan Daerah", "RSUD",
        "Dinas Pekerjaan Umum", "Dinas Pertanian", "Kecamatan",
    ];

    public static void Write(DemoRun run)
    {
        var population = run.Population;
        using var writer = run.Open(Name, Header);
        for (var index = 0; index < population.Count; index++)
        {
            var dice = population.Dice(Topic.Procurement, index);
            if (dice.Chance(0.01))
            {
                var business = population[index];
                for (var times = dice.Chance(0.3) ? dice.Between(2, 4) : 1; times > 0; times--)
                    WriteRow(ref dice, population, writer, business);
            }
            if (DemoRun.BreaksAfter(index, population.Count))
            {
                writer.Nothing().Text(population[index].Nib).Text("Dinas Sosial").Text("Belanja").Text("nilai menyusul")
                    .Text("00/00/2024").End();
            }
            writer.Advance(index + 1, population.Count);
        }
        writer.Finish();
    }

    private static void WriteRow(ref Dice dice, Population population, FeedWriter writer, in Business business)
    {
        var earliest = new DateOnly(2020, 1, 6);
        var first = business.RegisteredOn > earliest ? business.RegisteredOn : earliest;
        var signed = first.AddDays(dice.Below(Math.Max(population.ReferenceDate.DayNumber - first.DayNumber, 1)));
        if (signed > population.ReferenceDate) signed = population.ReferenceDate;
        var buyer = dice.Pick(Buyers);
        var where = buyer == "Kecamatan" ? business.District.Name : Addresses.RegencyText(ref dice, business.Regency);
        var item = dice.Pick(business.Trade.Products);
        var value = business.Scale == Scale.Mikro ? dice.Skewed(14e6, 1.3) : dice.Skewed(90e6, 1.3);
        writer.Text(string.Create(CultureInfo.InvariantCulture, $"027/{writer.Rows + 1:D5}/SPK/{business.Regency.Digits}/{signed.Year}"))
            .Text(QuotedNib.Throw(ref dice, business.Nib)).Text($"{buyer} {where}").Text($"Belanja {item}")
            .Number((long)value / 10_000 * 10_000).Date(signed).End();
    }
}

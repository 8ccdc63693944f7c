using System.Globalization;

namespace DataHub.Demonstration;

/// <summary>Agreements of one business in two hundred with a large firm (PP 7/2021). The firms are invented.</summary>
internal static class PartnershipFile
{
    public const string Name = "kemitraan.csv";
    private const string Header = "nomor_perjanjian,nib,nib_mitra,nama_mitra,pola,tanggal_mulai,tanggal_selesai,nilai,offtaker";

    private static readonly string[] Partners =
    [
        "PT Bumi Tapioka Sejahtera", "PT Kopi Sumatera Lestari", "PT Pangan Siger Nusantara", "PT Ritel Saburai Mandiri",
        "PT Gula Way Seputih", "PT Agro Pakan Lampung", "PT Samudra Vaname Indah", "PT Cokelat Tanggamus Jaya",
        "PT Kemasan Andalas", "PT Logistik Selat Sunda", "PT Hotel Teluk Semaka", "PT Sawit Mesuji Raya",
    ];

    private static readonly string[] Patterns =
        ["Inti-plasma", "Subkontrak", "Waralaba", "Perdagangan umum", "Distribusi dan keagenan", "Rantai pasok", "Bagi hasil"];

    public static void Write(DemoRun run)
    {
        var population = run.Population;
        using var writer = run.Open(Name, Header);
        for (var index = 0; index < population.Count; index++)
        {
            var dice = population.Dice(Topic.Partnership, index);
            if (dice.Chance(0.005)) WriteRow(ref dice, population, writer, population[index]);
            if (DemoRun.BreaksAfter(index, population.Count))
                writer.Nothing().Text(population[index].Nib).Nothing().Text(Partners[0]).Text(Patterns[0]).Text("2024-02-30").Nothing()
                    .Text("sesuai panen").Text("Ya").End();
            writer.Advance(index + 1, population.Count);
        }
        writer.Finish();
    }

    private static void WriteRow(ref Dice dice, Population population, FeedWriter writer, in Business business)
    {
        var first = business.RegisteredOn;
        var start = first.AddDays(dice.Below(population.ReferenceDate.DayNumber - first.DayNumber + 1));
        var partner = dice.Below(Partners.Length);
        var pattern = dice.Pick(Patterns);
        var supplies = pattern is "Inti-plasma" or "Rantai pasok" or "Subkontrak";
        writer.Text(string.Create(CultureInfo.InvariantCulture, $"PKS-{writer.Rows + 1:D5}/{start.Year}"))
            .Text(QuotedNib.Throw(ref dice, business.Nib)).Text(population.Licences.NibOfLargeFirm(partner)).Text(Partners[partner])
            .Text(pattern).Date(start).Date(start.AddYears(dice.Between(1, 5)).AddDays(-1))
            .Number((long)dice.Skewed(60e6, 1.5) / 100_000 * 100_000).YesOrNo(supplies && dice.Chance(0.6)).End();
    }
}

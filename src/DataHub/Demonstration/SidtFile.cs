using System.Globalization;

namespace DataHub.Demonstration;

/// <summary>Workers and sales of the year before, of two businesses in three.</summary>
internal static class SidtFile
{
    public const string Name = "sidt.csv";
    private const string Header = "id_sidt,nib,nik,tenaga_kerja,omzet_tahunan,tahun";

    public static void Write(DemoRun run)
    {
        var population = run.Population;
        var year = population.ReferenceDate.Year - 1;
        using var writer = run.Open(Name, Header);
        for (var index = 0; index < population.Count; index++)
        {
            var business = population[index];
            var dice = population.Dice(Topic.Sidt, index);
            var id = "SIDT-" + (index + 1).ToString("D7", CultureInfo.InvariantCulture);
            if (business.RegisteredOn.Year <= year && dice.Chance(0.715))
            {
                writer.Text(id).Text(QuotedNib.Throw(ref dice, business.Nib)).Text(Nik(ref dice, population, index))
                    .Number(Workers(ref dice, business.Scale)).Number(Sales(ref dice, business.Scale)).Number(year).End();
            }
            if (DemoRun.BreaksAfter(index, population.Count))
                writer.Text(id + "-B").Text(business.Nib).Nothing().Number(1).Text("seratus juta lebih").Number(year).End();
            writer.Advance(index + 1, population.Count);
        }
        writer.Finish();
    }

    private static string Nik(ref Dice dice, Population population, int index) =>
        dice.Chance(0.15) ? "" : population.PublishedNikOf(index);

    private static int Workers(ref Dice dice, Scale scale) => scale switch
    {
        Scale.Mikro => 1 + Math.Min(dice.Below(4), dice.Below(4)),
        Scale.Kecil => 5 + Math.Min(dice.Below(15), dice.Below(15)),
        _ => 20 + Math.Min(dice.Below(80), dice.Below(80)),
    };

    /// <summary>To Rp2bn, to Rp15bn, to Rp50bn (PP 7/2021 Art. 35); small ones mostly within KUR's Rp4.8bn.</summary>
    private static long Sales(ref Dice dice, Scale scale)
    {
        const long step = 100_000;
        var thrown = scale switch
        {
            Scale.Mikro => Math.Clamp(dice.Skewed(110e6, 1.6), 3e6, 2e9),
            Scale.Kecil => Math.Clamp(2e9 + dice.Skewed(1.1e9, 1.4), 2.0001e9, 15e9),
            _ => Math.Clamp(15e9 + dice.Skewed(6e9, 1.2), 15.0001e9, 50e9),
        };
        return (long)thrown / step * step;
    }
}

using System.Globalization;

namespace DataHub.Demonstration;

internal sealed record Exhibition(string Code, string Title, string Place, DateOnly Start, DateOnly End);

/// <summary>Exhibitions and bazaars of the province, with about three businesses in two hundred.</summary>
internal static class ExhibitionFile
{
    public const string Name = "pameran.csv";
    private const string Header = "id_peserta_pameran,kode_pameran,nama_pameran,tempat,tanggal_mulai,tanggal_selesai,nib,penjualan";
    private const int FirstYear = 2019;

    // Month and day it opens, and how many days it stays open.
    private static readonly (string Code, string Title, string Place, int Month, int Day, int Days)[] Series =
    [
        ("BZR", "Bazar Ramadan UMKM", "Lapangan Saburai, Bandar Lampung", 3, 18, 10),
        ("PLI", "Pameran Industri Kecil Lampung", "PKOR Way Halim", 5, 8, 5),
        ("FKP", "Festival Kopi Lampung", "Liwa, Lampung Barat", 7, 20, 4),
        ("HUT", "Bazar HUT Republik Indonesia", "Metro", 8, 14, 5),
        ("EKR", "Pekan Ekonomi Kreatif Lampung", "Bandar Lampung", 9, 12, 6),
        ("KRA", "Pasar Rakyat Krakatau", "Kalianda, Lampung Selatan", 10, 3, 4),
    ];

    public static void Write(DemoRun run)
    {
        var population = run.Population;
        var all = Held(population.ReferenceDate);
        using var writer = run.Open(Name, Header);
        for (var index = 0; index < population.Count; index++)
        {
            var dice = population.Dice(Topic.Exhibition, index);
            if (dice.Chance(0.015))
            {
                var business = population[index];
                for (var times = dice.Chance(0.25) ? 2 : 1; times > 0; times--)
                {
                    var exhibition = dice.Pick(all);
                    var sales = ((long)dice.Skewed(2.4e6, 1.6) / 1000 * 1000).ToString(CultureInfo.InvariantCulture);
                    WriteRow(writer, Id(writer.Rows), exhibition, QuotedNib.Throw(ref dice, business.Nib), sales);
                }
            }
            if (DemoRun.BreaksAfter(index, population.Count)) WriteRow(writer, "", all[0], population[index].Nib, "laku semua");
            writer.Advance(index + 1, population.Count);
        }
        writer.Finish();
    }

    private static void WriteRow(FeedWriter writer, string id, Exhibition exhibition, string nib, string sales) =>
        writer.Text(id).Text(exhibition.Code).Text(exhibition.Title).Text(exhibition.Place).Date(exhibition.Start).Date(exhibition.End)
            .Text(nib).Text(sales).End();

    private static string Id(long row) => "PMR-" + (row + 1).ToString("D6", CultureInfo.InvariantCulture);

    /// <summary>All that were over by the reference date; before the first of them, a bazaar of 2018.</summary>
    private static Exhibition[] Held(DateOnly today)
    {
        var held = new List<Exhibition>();
        for (var year = FirstYear; year <= today.Year; year++)
        {
            foreach (var (code, title, place, month, day, days) in Series)
            {
                var start = new DateOnly(year, month, day);
                var end = start.AddDays(days - 1);
                var of = year.ToString(CultureInfo.InvariantCulture);
                if (end <= today) held.Add(new Exhibition($"{code}-{of}", $"{title} {of}", place, start, end));
            }
        }
        if (held.Count == 0) held.Add(new Exhibition("BZR-2018", "Bazar UMKM 2018", "Bandar Lampung", new(2018, 9, 1), new(2018, 9, 5)));
        return [.. held];
    }
}

using System.Globalization;

namespace DataHub.Demonstration;

internal readonly record struct Shop(string Id, string Platform, DateOnly OpenedOn);

/// <summary>Which shops a business has; more than one business in four has any.</summary>
internal sealed class Shops(Population population)
{
    /// <summary>The most shops of one business.</summary>
    public const int Most = 3;

    private const double SellsOnline = 0.27;
    private static readonly (string Code, string Name)[] Platforms =
        [("SHP", "Shopee"), ("TKP", "Tokopedia"), ("TTS", "TikTok Shop"), ("LZD", "Lazada"), ("BKL", "Bukalapak"), ("PDI", "PaDi UMKM")];

    private readonly Bijection numbers = new(population.Seed, 6, 100_000_000);

    /// <summary>0 to <see cref="Most"/>.</summary>
    public int CountOf(int business)
    {
        var dice = population.Dice(Topic.Shop, business);
        if (business == ProductFile.Busiest(population)) return Most;
        if (!dice.Chance(SellsOnline)) return 0;
        var thrown = dice.Below(100);
        return thrown < 76 ? 1 : thrown < 95 ? 2 : 3;
    }

    public Shop this[in Business business, int place]
    {
        get
        {
            var dice = population.Dice(Topic.Shop, (long)population.Count + (long)business.Index * Most + place);
            var (code, platform) = Platforms[(business.Index * 7 + place + business.Owner) % Platforms.Length];
            var number = numbers[(long)business.Index * Most + place];
            var from = new DateOnly(2018, 6, 1);
            var opened = from.AddDays(dice.Below(population.ReferenceDate.DayNumber - from.DayNumber));
            return new Shop(code + number.ToString("D8", CultureInfo.InvariantCulture), platform, opened);
        }
    }
}

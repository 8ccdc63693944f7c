using System.Globalization;

namespace DataHub.Demonstration;

/// <summary>What businesses offer: mostly nothing to six things, one business 152.</summary>
internal static class ProductFile
{
    public const string Name = "produk.csv";

    /// <summary>Products of the busiest business.</summary>
    public const int Most = 152;

    private const string Header = "id_produk,nib,nama_produk,kategori,kbli,harga";

    // Of a thousand businesses: how many have 0, 1, … 6 products; the rest have more.
    private static readonly int[] Shares = Regencies.Sum([740, 105, 65, 38, 22, 13, 8, 9]);

    public static void Write(DemoRun run)
    {
        var population = run.Population;
        using var writer = run.Open(Name, Header);
        for (var index = 0; index < population.Count; index++)
        {
            var count = CountOf(population, index);
            if (count > 0)
            {
                var business = population[index];
                for (var place = 0; place < count; place++) WriteRow(population, writer, business, place);
            }
            if (DemoRun.BreaksAfter(index, population.Count))
                writer.Nothing().Text(population[index].Nib).Text("Produk tanpa nomor").Nothing().Nothing().Text("tanya dulu").End();
            writer.Advance(index + 1, population.Count);
        }
        writer.Finish();
    }

    /// <summary>Position of the business with the most products.</summary>
    public static int Busiest(Population population) => population.Count / 3;

    public static int CountOf(Population population, int index)
    {
        if (index == Busiest(population)) return Most;
        var dice = population.Dice(Topic.ProductCount, index);
        var count = dice.Weighted(Shares);
        return count < Shares.Length - 1 ? count : 7 + (int)Math.Min(dice.Skewed(5, 1.3), 53);
    }

    public static string Id(int business, int place) =>
        string.Create(CultureInfo.InvariantCulture, $"PRD-{business + 1:D7}-{place + 1:D3}");

    /// <summary>Rupiah, in whole hundreds.</summary>
    public static long Price(Population population, in Business business, int place)
    {
        const int step = 100;
        var dice = ProductDice(population, business.Index, place);
        var (low, high) = (business.Trade.Low / step, business.Trade.High / step);
        return (low + Math.Min(dice.Below(high - low + 1), dice.Below(high - low + 1))) * (long)step;
    }

    private static void WriteRow(Population population, FeedWriter writer, in Business business, int place)
    {
        var dice = ProductDice(population, business.Index, place);
        dice.Next();
        dice.Next();
        var kbli = dice.Chance(0.05) ? "" : business.Trade.Kbli;
        writer.Text(Id(business.Index, place)).Text(QuotedNib.Throw(ref dice, business.Nib)).Text(ProductName(business, place))
            .Text(business.Trade.Category).Text(kbli).Number(Price(population, business, place)).End();
    }

    private static Dice ProductDice(Population population, int business, int place) =>
        population.Dice(Topic.Product, business * 256L + place);

    private static string ProductName(in Business business, int place)
    {
        var names = business.Trade.Products;
        var name = names[(place + business.Index) % names.Length];
        var round = place / names.Length;
        return round == 0 ? name : $"{name} {ProductVariants.Of(business.Trade, round - 1)}";
    }
}

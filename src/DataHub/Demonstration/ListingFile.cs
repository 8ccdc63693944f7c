using System.Globalization;

namespace DataHub.Demonstration;

/// <summary>Products on offer in the business's shops: none to three offers a product.</summary>
internal static class ListingFile
{
    public const string Name = "listing.csv";
    private const string Header = "id_listing,id_produk,shop_id,harga,terjual,tanggal_tayang";

    public static void Write(DemoRun run)
    {
        var population = run.Population;
        var shops = new Shops(population);
        using var writer = run.Open(Name, Header);
        for (var index = 0; index < population.Count; index++)
        {
            var shopCount = shops.CountOf(index);
            var productCount = shopCount == 0 ? 0 : ProductFile.CountOf(population, index);
            if (productCount > 0)
            {
                var business = population[index];
                var own = new Shop[shopCount];
                for (var place = 0; place < shopCount; place++) own[place] = shops[business, place];
                for (var place = 0; place < productCount; place++) WriteOffers(population, writer, business, own, place);
            }
            if (DemoRun.BreaksAfter(index, population.Count))
                writer.Nothing().Text(ProductFile.Id(index, 0)).Nothing().Text("hubungi penjual").Number(0).Text("2024-06-31").End();
            writer.Advance(index + 1, population.Count);
        }
        writer.Finish();
    }

    private static void WriteOffers(Population population, FeedWriter writer, in Business business, Shop[] shops, int product)
    {
        var dice = population.Dice(Topic.Listing, business.Index * 256L + product);
        var price = ProductFile.Price(population, business, product);
        for (var offers = dice.Weighted(Offers); offers > 0; offers--)
        {
            var shop = dice.Pick(shops);
            var days = population.ReferenceDate.DayNumber - shop.OpenedOn.DayNumber;
            var id = "LST-" + (writer.Rows + 1).ToString("D8", CultureInfo.InvariantCulture);
            writer.Text(id).Text(ProductFile.Id(business.Index, product)).Text(shop.Id)
                .Number(price * dice.Between(95, 115) / 100 / 100 * 100).Number((long)dice.Skewed(6, 3))
                .Date(shop.OpenedOn.AddDays(dice.Below(days + 1))).End();
        }
    }

    // Of a hundred products in a business with shops: 10 with no offer, 40 with one …
    private static readonly int[] Offers = Regencies.Sum([10, 40, 30, 20]);
}

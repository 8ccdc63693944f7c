using System.Globalization;

namespace DataHub.Demonstration;

/// <summary>Shops on the marketplaces. Six in ten quote the NIB; the others can be known by the names of shop, owner and place.</summary>
internal static class MarketplaceFile
{
    public const string Name = "marketplace.csv";
    private const string Header = "shop_id,platform,nama_toko,nama_pemilik,telepon,nib,kota,jumlah_produk,rating,omzet_12_bulan,terdaftar";

    public static void Write(DemoRun run)
    {
        var population = run.Population;
        var shops = new Shops(population);
        using var writer = run.Open(Name, Header);
        for (var index = 0; index < population.Count; index++)
        {
            var count = shops.CountOf(index);
            if (count > 0)
            {
                var business = population[index];
                for (var place = 0; place < count; place++) WriteRow(run, writer, business, shops[business, place]);
            }
            if (DemoRun.BreaksAfter(index, population.Count)) WriteBroken(population, writer, index);
            writer.Advance(index + 1, population.Count);
        }
        writer.Finish();
    }

    private static void WriteRow(DemoRun run, FeedWriter writer, in Business business, Shop shop)
    {
        var population = run.Population;
        var dice = population.Dice(Topic.Shop, -1 - long.Parse(shop.Id.AsSpan(3), CultureInfo.InvariantCulture));
        var woman = population.IsWoman(business.Owner);
        var owner = population.NameOf(business.Owner);
        var nib = dice.Chance(0.6) ? Nib(ref dice, population, business) : "";
        // Without a NIB the names are all there is: most then repeat the licence's, up to capitals and the noise of the platform.
        var named = nib.Length == 0 && dice.Chance(0.65);
        var rating = 38 + Math.Max(dice.Below(13), dice.Below(13));
        var name = named
            ? TextNoise.Case(ref dice, BusinessNames.Plain(population, business))
            : BusinessNames.OfShop(ref dice, population, business);
        writer.Text(shop.Id).Text(shop.Platform).Text(name)
            .Text(named ? PersonNames.Careful(ref dice, owner, woman) : OwnerName(ref dice, owner, woman))
            .Text(Phone(ref dice, population, business.Owner)).Text(nib).Text(Place(ref dice, business.Regency))
            .Number(1 + (long)dice.Skewed(14, 1.4)).Text(string.Create(CultureInfo.InvariantCulture, $"{rating / 10}.{rating % 10}"))
            .Number((long)dice.Skewed(9e6, 2.4) / 1000 * 1000).Date(shop.OpenedOn).End();
        run.Truth.Owner("marketplace", shop.Id, business);
    }

    private static string Nib(ref Dice dice, Population population, in Business business)
    {
        var quoted = business.Ordinal > 0 && dice.Chance(0.15) ? population[population.BusinessesOf(business.Owner).First] : business;
        return QuotedNib.Throw(ref dice, quoted.Nib);
    }

    private static string OwnerName(ref Dice dice, string owner, bool woman)
    {
        var thrown = dice.Below(100);
        if (thrown < 18) return "";
        return thrown < 38 ? PersonNames.Familiar(ref dice, owner, woman) : PersonNames.Careless(ref dice, owner, woman);
    }

    private static string Phone(ref Dice dice, Population population, int owner)
    {
        var thrown = dice.Below(100);
        if (thrown < 10) return "";
        var phone = thrown < 30 ? Contacts.Throw(ref dice) : Contacts.OfOwner(population, owner);
        return thrown > 94 ? $"0{phone[..3]}****{phone[^3..]}" : Contacts.Write(ref dice, phone);
    }

    private static string Place(ref Dice dice, Regency regency)
    {
        var place = Addresses.RegencyText(ref dice, regency);
        return dice.Chance(0.25) ? place.ToUpperInvariant() : place;
    }

    private static void WriteBroken(Population population, FeedWriter writer, int index)
    {
        var business = population[index];
        var withoutKey = DemoRun.BreakNumber(index) % 2 == 0;
        writer.Text(withoutKey ? "" : "SHP-RUSAK-" + DemoRun.BreakNumber(index).ToString(CultureInfo.InvariantCulture)).Text("Shopee")
            .Text(BusinessNames.Plain(population, business)).Nothing().Nothing().Nothing().Text(business.Regency.Name)
            .Number(3).Text("4.5").Text(withoutKey ? "1200000" : "sejuta dua ratus").Text(withoutKey ? "2024-02-01" : "2024-13-01").End();
    }
}

using System.Globalization;

namespace DataHub.Testing.Linkage.Labelled;

/// <summary>MARKETPLACE: one row a shop.</summary>
internal sealed class ShopRows(Throws throws, Clerks clerks, FeedRows rows)
{
    private static readonly (string Name, string Prefix)[] Platforms =
    [
        ("Shopee", "SHP"), ("PaDi UMKM", "PDI"), ("Lazada", "LZD"), ("Tokopedia", "TKP"), ("Bukalapak", "BKL"), ("TikTok Shop", "TTS"),
    ];

    public void Write(Venture venture)
    {
        for (var left = throws.Weighted(67, 26, 7) + 1; left > 0; left--) One(venture);
    }

    private void One(Venture venture)
    {
        var day = rows.Throw(2017, 30, 32, 45, 39, 61, 73, 96, 164, 146);
        var owner = venture.OwnerOn(day);
        var teller = new Teller(venture, owner, owner, "PEMILIK");
        var platform = Platforms[throws.Weighted(20, 19, 18, 15, 15, 14)];
        var key = platform.Prefix + "1" + rows.Serial("marketplace", 7);
        var name = "";
        if (throws.Empty(0.127)) teller.Tags.Add("no_owner_name");
        else name = rows.Case(clerks.Names.Familiar(owner), 25, 24);
        var number = venture.PhoneOn(day);
        var phone = throws.Empty(0.1) ? ""
            : throws.Chance(0.072) ? Contact.Masked(number)
            : clerks.Contact.Phone(number, false, teller.Tags);
        rows.Add("marketplace", key,
        [
            key, platform.Name, rows.Case(clerks.Brands.Shop(venture), 12, 2), name, phone,
            clerks.Identifiers.Quoted(venture, 0.145, spreadsheet: true, teller.Tags),
            clerks.Contact.City(venture.PlaceOn(day).Village.Regency),
            throws.Between(1, 150).ToString(CultureInfo.InvariantCulture),
            (throws.Between(30, 50) / 10.0).ToString("0.0", CultureInfo.InvariantCulture),
            (throws.Between(300, 90_000) * 1000L).ToString(CultureInfo.InvariantCulture), FeedRows.Day(day),
        ], teller);
    }
}

using DataHub.Database;
using DataHub.Market;

namespace DataHub.Tests.Differential.Rows;

/// <summary>What businesses sell. The first business has more products, the second more certificates than a page holds.</summary>
internal sealed class NastyMarket(Dice dice)
{
    private const int Products = 260;
    private const int Shops = 40;
    private const int Exhibitions = 5;

    public async Task SaveAsync(HubModel model)
    {
        await NastyRows.AddAsync(model, Enumerable.Range(1, 200).Select(Certificate));
        await NastyRows.AddAsync(model, Enumerable.Range(1, Products).Select(Product));
        await NastyRows.AddAsync(model, Enumerable.Range(1, Shops).Select(Shop));
        await NastyRows.AddAsync(model, Enumerable.Range(1, 250).Select(Listing));
        await NastyRows.AddAsync(model, Enumerable.Range(1, Exhibitions).Select(Exhibition));
        await NastyRows.AddAsync(model, Enumerable.Range(1, 60).Select(Participation));
        await NastyRows.AddAsync(model, Enumerable.Range(1, 60).Select(Contract));
        await NastyRows.AddAsync(model, Enumerable.Range(1, 60).Select(Partnership));
    }

    private long? Business() => dice.Reference(NastyRows.Businesses);

    private CertificateRow Certificate(int n) => new()
    {
        Id = n,
        Number = $"CERT-{n}",
        Kind = dice.Of(null, "HALAL", "HALAL", "PIRT", "MD", "SNI", "TKDN"),
        NumberWellFormed = dice.Answer(),
        IssuedOn = dice.Date(),
        // None ends about today: the question and its check may be asked on two days.
        ExpiresOn = dice.Date(),
        BusinessId = n <= 120 ? 2 : Business(),
    };

    private ProductRow Product(int n) => new()
    {
        Id = n,
        SourceKey = $"P{n}",
        Name = dice.Name(),
        Category = dice.Of(null, "Makanan", "makanan", "Minuman", ""),
        Kbli = dice.Of(null, "10792", "10761"),
        Price = dice.Amount(),
        BusinessId = n <= 120 ? 1 : Business(),
    };

    private ShopRow Shop(int n) => new()
    {
        Id = n,
        ShopId = $"S{n}",
        Platform = dice.Of(null, "Shopee", "Tokopedia", "shopee"),
        Name = dice.Name(),
        ProductCount = dice.Count(),
        Rating = dice.Of<double?>(null, 0, 0.1, 3.3333333333333335, 4.9, 5),
        Turnover12Months = dice.Amount(),
        OpenedOn = dice.Date(),
        BusinessId = Business(),
        Certainty = dice.Certainty(),
    };

    private ListingRow Listing(int n) => new()
    {
        Id = n,
        SourceKey = $"L{n}",
        ProductId = n <= 110 ? 1 : dice.Reference(Products),
        ShopId = dice.Reference(Shops),
        Price = dice.Amount(),
        Sold = dice.Count(),
        ListedOn = dice.Date(),
    };

    private ExhibitionRow Exhibition(int n) => new()
    {
        Id = n,
        Code = $"EX{n}",
        Name = dice.Name(),
        Place = dice.Name(),
        StartedOn = dice.Date(),
        FinishedOn = dice.Date(),
    };

    private ExhibitionParticipationRow Participation(int n) => new()
    {
        Id = n,
        SourceKey = $"E{n}",
        ExhibitionId = 1 + dice.Below(Exhibitions),
        StartedOn = dice.Date(),
        Sales = dice.Amount(),
        BusinessId = Business(),
    };

    private ProcurementContractRow Contract(int n) => new()
    {
        Id = n,
        Number = $"K{n}",
        Buyer = dice.Name(),
        Title = dice.Name(),
        Value = dice.Amount(),
        SignedOn = dice.Date(),
        BusinessId = Business(),
    };

    private PartnershipRow Partnership(int n) => new()
    {
        Id = n,
        Number = $"M{n}",
        Pattern = dice.Of(null, "inti-plasma", "subkontrak"),
        PartnerNib = dice.Of(null, "8120000000001"),
        PartnerName = dice.Name(),
        StartedOn = dice.Date(),
        EndsOn = dice.Date(),
        Value = dice.Amount(),
        Offtaker = dice.Answer(),
        BusinessId = Business(),
    };
}

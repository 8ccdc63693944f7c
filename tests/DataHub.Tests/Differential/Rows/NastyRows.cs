using DataHub.Database;
using DataHub.Registry;
using DataHub.Shared.Secrets;
using DataHub.Testing;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DataHub.Tests.Differential.Rows;

/// <summary>
/// A small database on which wrong queries show: nulls wherever a column may be null, ties in every sort key, texts that mean something to
/// LIKE or to SQL, parents without children and with more than a page of them.
/// </summary>
internal sealed class NastyRows(Protector protector)
{
    public const int Persons = 40;
    public const int Businesses = 180;

    /// <summary>Owner of more businesses than a list shows.</summary>
    public const int RichOwner = 7;

    private static readonly (string? Code, string? Version, string? Section)[] Activities =
    [
        (null, null, null), ("00000", null, null), ("10792", "2020", "C"), ("10761", "2020", "C"), ("10761", "2025", "C"), ("47112", "2020", "G"),
        ("56101", "2020", "I"), ("95310", "2025", "T"), ("01", null, null),
    ];

    private readonly Dice dice = new(20261122);

    public async Task SaveAsync(NpgsqlDataSource source)
    {
        await using var model = WorldFixture.Open(source);
        var regions = await model.Set<RegionRow>().Where(r => r.Level == "DISTRICT" && (r.ParentCode == "18.01" || r.ParentCode == "18.72")).ToListAsync();
        var districts = regions.Select(r => r.Code).Order(StringComparer.Ordinal).ToList();
        var businesses = Enumerable.Range(1, Businesses).Select(n => Business(n, districts)).ToList();
        await AddAsync(model, Enumerable.Range(1, Persons).Select(Person));
        await AddAsync(model, businesses);
        await AddAsync(model, Licences(businesses));
        await new NastyMarket(dice).SaveAsync(model);
        await new NastyCredit(dice).SaveAsync(model);
        await new NastyFeeds(dice, protector).SaveAsync(model);
    }

    /// <summary>Saves rows of one table, in an order that is not that of their keys.</summary>
    public static async Task AddAsync<T>(HubModel model, IEnumerable<T> rows)
        where T : class
    {
        var all = rows.ToList();
        model.AddRange(all.Where((_, i) => i % 3 == 1).Concat(all.Where((_, i) => i % 3 != 1).Reverse()));
        await model.SaveChangesAsync();
        model.ChangeTracker.Clear();
    }

    private PersonRow Person(int n) => new()
    {
        Id = n,
        NikHash = n == 1 ? protector.Hash(Samples.FirstNik) : null,
        NikCipher = n == 1 ? protector.Encrypt(Samples.FirstNik) : null,
        Name = dice.Name(),
        Gender = dice.Of(null, "PEREMPUAN", "PEREMPUAN", "LAKI_LAKI"),
        CreatedAt = dice.Time(),
    };

    private BusinessRow Business(int n, List<string> districts)
    {
        var (code, version, section) = dice.Of(Activities);
        var district = dice.Of(districts[0], districts[^1], districts[dice.Below(districts.Count)]);
        return new BusinessRow
        {
            Id = n,
            Nib = n <= 12 || dice.Happens(80) ? $"{n:0000000000000}" : null,
            Name = dice.Name(),
            Scale = dice.Of(null, "MIKRO", "MIKRO", "KECIL", "MENENGAH", "BESAR"),
            ScaleCriterion = dice.Of(null, "BUSINESS_CAPITAL", "STATED_BY_SOURCE"),
            LegalForm = dice.Of(null, "Perorangan", "CV", "Koperasi"),
            Kbli = code,
            KbliVersion = version,
            SectorCode = section,
            RegencyCode = dice.Happens(10) ? null : district[..5],
            DistrictCode = dice.Happens(40) ? null : district,
            Address = dice.Name(),
            Capital = dice.Amount(),
            AnnualSales = dice.Amount(),
            AnnualSalesYear = dice.Of<int?>(null, 2024, 2025),
            Workers = dice.Count(),
            RegisteredOn = dice.Date(),
            Status = dice.Of(null, "AKTIF", "AKTIF", "TIDAK_AKTIF", "DICABUT"),
            OwnerId = n is > 12 and < 125 ? RichOwner : dice.Reference(Persons),
            OriginFeed = "OSS",
            OriginKey = $"{n}",
            CreatedAt = dice.Time(),
            UpdatedAt = dice.Time(),
        };
    }

    private IEnumerable<LicenceRow> Licences(List<BusinessRow> businesses)
    {
        foreach (var business in businesses.Where(b => b.Nib is not null))
        {
            yield return new LicenceRow
            {
                Nib = business.Nib!,
                BusinessId = business.Id,
                IssuedOn = business.RegisteredOn,
                Status = business.Status,
                IsCurrent = true,
            };
        }
        for (var n = 0; n < 30; n++)
        {
            yield return new LicenceRow
            {
                Nib = n == 0 ? Samples.OldNib : $"{8_000_000_000_000 + n}",
                BusinessId = n < 5 ? 1 : 1 + dice.Below(Businesses),
                IssuedOn = dice.Date(),
                Status = dice.Of(null, "AKTIF", "DICABUT"),
                IsCurrent = false,
            };
        }
    }
}

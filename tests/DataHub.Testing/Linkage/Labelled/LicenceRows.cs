using System.Globalization;

namespace DataHub.Testing.Linkage.Labelled;

/// <summary>OSS: a licence of the business, sometimes a second one, and those of an owner before.</summary>
internal sealed class LicenceRows(Throws throws, Clerks clerks, FeedRows rows)
{
    private readonly List<(string Phone, string Mail)> facilitators = [];

    /// <summary>One field officer for a thousand businesses; the first has most of them.</summary>
    public void Hire(int businesses)
    {
        for (var number = 0; number < Math.Max(2, businesses / 1000); number++)
            facilitators.Add((clerks.Contact.Number(), string.Create(CultureInfo.InvariantCulture, $"pendamping{number}@gmail.com")));
    }

    public void Write(Venture venture)
    {
        var day = rows.Throw(2018, 7, 30, 35, 114, 241, 284, 480, 414);
        One(venture, day, second: false);
        if (venture.OwnerBefore is not null && throws.Chance(0.4)) One(venture, Other(venture, day), second: false);
        else if (throws.Chance(0.025)) One(venture, rows.Throw(2021, 114, 241, 284, 480, 414), second: true);
    }

    private DateOnly Other(Venture venture, DateOnly day)
    {
        if (day < venture.OwnerSince) return throws.Day(venture.OwnerSince, Population.Today);
        var first = new DateOnly(2018, 7, 1);
        return throws.Day(first, venture.OwnerSince.AddDays(-1));
    }

    private void One(Venture venture, DateOnly day, bool second)
    {
        var owner = venture.OwnerOn(day);
        var teller = new Teller(venture, owner, owner, "PEMILIK");
        if (second) teller.Tags.Add("oss_second_nib");
        var nib = clerks.Identifiers.Nib(day);
        venture.Nibs.Add(nib);
        var trade = venture.Brand.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
        var first = owner.Name.Split(' ')[0].Replace("'", "", StringComparison.Ordinal).ToLowerInvariant();
        var (phone, mail) = (venture.PhoneOn(day), throws.Chance(0.34)
            ? $"{first}{trade[..Math.Min(trade.Length, 10)]}{throws.Between(10, 999)}@gmail.com" : "");
        if (throws.Chance(0.034))
        {
            (phone, mail) = throws.Ranked(facilitators, 0.5);
            teller.Tags.Add("facilitator_phone");
        }

        var place = venture.PlaceOn(day);
        rows.Add("oss", nib,
        [
            nib, clerks.Identifiers.Nik(owner, Identifiers.OfLicences, teller.Tags),
            rows.Case(clerks.Brands.Licensed(venture, owner, teller.Tags), 70), rows.Case(clerks.Names.Write(owner), 88),
            venture.LegalForm, venture.Trade.Kbli, throws.Chance(0.083) ? "Kecil" : "Mikro",
            (throws.Between(10, 900) * 100_000L).ToString(CultureInfo.InvariantCulture), clerks.Contact.Address(place, certificate: false),
            throws.Chance(0.146) ? place.Village.Regency.Code : place.Village.District.Code,
            throws.Empty(0.023) ? "" : clerks.Contact.Phone(phone, lostZero: false, teller.Tags), mail, FeedRows.Day(day),
            Status(venture, second),
        ], teller);
    }

    private string Status(Venture venture, bool second) =>
        venture.Closed ? throws.Pick(["DICABUT", "DICABUT", "TIDAK AKTIF", "TIDAK AKTIF", "AKTIF"])
        : second && throws.Chance(0.27) ? "TIDAK AKTIF"
        : "AKTIF";
}

/// <summary>Who writes what down.</summary>
internal sealed record Clerks(People People, NameForms Names, BrandForms Brands, Contact Contact, Identifiers Identifiers);

using System.Globalization;

namespace DataHub.Testing.Linkage.Labelled;

/// <summary>SIKP: the owner's credit contracts, some in the spouse's name, some entered twice.</summary>
internal sealed class LoanRows(Throws throws, Clerks clerks, FeedRows rows)
{
    private static readonly string[] Lenders = ["002", "008", "451", "009", "121"];

    public void Write(Venture venture)
    {
        for (var left = throws.Weighted(86, 13, 1) + 1; left > 0; left--)
        {
            var day = rows.Throw(2019, 34, 49, 82, 65, 118, 178, 155);
            var lender = Lenders[throws.Weighted(53, 16, 12, 11, 8)];
            var spouse = throws.Chance(0.04);
            One(venture, day, lender, spouse, []);
            if (throws.Chance(0.03)) One(venture, day, lender, spouse, ["dup_in_feed"]);
        }
    }

    private void One(Venture venture, DateOnly day, string lender, bool spouse, string[] tags)
    {
        var owner = venture.OwnerOn(day);
        var person = spouse ? clerks.People.SpouseOf(owner) : owner;
        var teller = new Teller(venture, owner, person, spouse ? "PASANGAN" : "PEMILIK");
        teller.Tags.UnionWith(tags);
        if (spouse) teller.Tags.Add("spouse_debtor");
        var name = "";
        if (throws.Empty(0.283)) teller.Tags.Add("no_business_name");
        else name = rows.Case(clerks.Brands.Bank(venture), 89);
        var scheme = throws.Weighted(78, 13, 9);
        var limit = scheme switch { 0 => throws.Between(3, 10) * 5_000_000L, 1 => 10_000_000L, _ => throws.Between(5, 20) * 25_000_000L };
        var village = venture.PlaceOn(day).Village;
        var key = string.Create(CultureInfo.InvariantCulture, $"{lender}/KUR/{rows.Serial("sikp", 7)}/{day.Year}");
        rows.Add("sikp", key,
        [
            key, clerks.Identifiers.Nik(person, Identifiers.OfLoans, teller.Tags), clerks.Names.Write(person).ToUpperInvariant(),
            clerks.Identifiers.Quoted(venture, 0.19, spreadsheet: false, teller.Tags), name, lender,
            scheme switch { 0 => "MIKRO", 1 => "SUPER MIKRO", _ => "KECIL" }, limit.ToString(CultureInfo.InvariantCulture),
            (limit / 100 * throws.Between(0, 90)).ToString(CultureInfo.InvariantCulture),
            "12345"[throws.Weighted(905, 51, 9, 6, 29)].ToString(), FeedRows.Day(day), FeedRows.Day(day.AddMonths(throws.Between(12, 60))),
            throws.Chance(0.435) ? village.Regency.Code : village.District.Code,
        ], teller);
    }
}

using System.Globalization;

namespace DataHub.Testing.Linkage.Labelled;

/// <summary>SERTIFIKAT: halal and P-IRT for food, SNI and TKDN for some others.</summary>
internal sealed class CertificateRows(Throws throws, Clerks clerks, FeedRows rows)
{
    public void Write(Venture venture)
    {
        if (!venture.Trade.Food)
        {
            One(venture, throws.Chance(0.6) ? "SNI" : "TKDN");
            return;
        }

        var before = rows.Rows.Count;
        for (var left = throws.Weighted(36, 45, 14, 5); left > 0; left--) One(venture, "PIRT");
        if (throws.Chance(0.015)) One(venture, "MD");
        if (throws.Chance(0.83) || rows.Rows.Count == before) One(venture, "HALAL");
    }

    private void One(Venture venture, string kind)
    {
        var day = kind == "HALAL" ? rows.Throw(2020, 40, 50, 70, 100, 140, 110) : rows.Throw(2016, 12, 26, 21, 25, 40, 45, 50, 70, 110, 90);
        var owner = venture.OwnerOn(day);
        var teller = new Teller(venture, owner, owner, "PEMILIK");
        var name = "";
        if (throws.Empty(0.129)) teller.Tags.Add("no_owner_name");
        else name = rows.Case(clerks.Names.Write(owner), 45);
        var trade = throws.Slip(0.022) ? clerks.Names.Write(owner) : clerks.Brands.Certified(venture);
        var place = venture.PlaceOn(day);
        var key = Number(kind, place.Village.Regency, day);
        rows.Add("sertifikat", key,
        [
            key, kind, rows.Case(trade, 47), name, clerks.Contact.Address(place, certificate: true), FeedRows.Day(day),
            kind == "HALAL" || throws.Chance(0.01) ? "" : FeedRows.Day(day.AddYears(kind == "SNI" ? 4 : 5).AddDays(-1)),
        ], teller);
    }

    private string Number(string kind, Area regency, DateOnly day) => kind switch
    {
        "HALAL" => string.Create(CultureInfo.InvariantCulture, $"ID1811{rows.Serial("halal", 10)}{day.Year % 100:D2}"),
        "PIRT" => string.Create(CultureInfo.InvariantCulture,
            $"{throws.Pick(["206", "506"])}{regency.Digits}01{rows.Serial("pirt", 6)}-{(day.Year + 5) % 100:D2}"),
        "MD" => "MD 2261" + rows.Serial("md", 8),
        "SNI" => "SNI-BINA-" + rows.Serial("sni", 7),
        _ => string.Create(CultureInfo.InvariantCulture, $"{rows.Serial("tkdn", 6)}/SJ-IND.8/TKDN/{day.Month}/{day.Year}"),
    };
}

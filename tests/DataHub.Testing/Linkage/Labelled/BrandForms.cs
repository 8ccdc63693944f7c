namespace DataHub.Testing.Linkage.Labelled;

/// <summary>What a business is called in a record.</summary>
internal sealed class BrandForms(Throws throws, NameForms names)
{
    /// <summary>As the licence has it. Sole owners often give their own name.</summary>
    public string Licensed(Venture venture, Person owner, HashSet<string> tags)
    {
        if (venture.LegalForm == "Perorangan" && throws.Chance(0.1))
        {
            tags.Add("biz_name_is_owner");
            return throws.Chance(0.8) ? owner.Name : names.Write(owner);
        }

        return Noisy(venture, Legal(venture, 0.85));
    }

    /// <summary>As a training list, a certificate or a shop has it.</summary>
    public string Usual(Venture venture) => Noisy(venture, Legal(venture, 0.08));

    /// <summary>Certificates repeat the legal form more often.</summary>
    public string Certified(Venture venture) => Noisy(venture, Legal(venture, 0.55));

    /// <summary>As a bank's clerk has it; the tag says that there is none.</summary>
    public string Bank(Venture venture)
    {
        var kind = throws.Weighted(13, 9, 78);
        if (kind == 0) return throws.Pick(["Dagang ", "Usaha "]) + throws.Pick(venture.Trade.Clerk);
        return kind == 1 ? throws.Chance(0.5) ? throws.Pick(venture.Trade.Clerk) : venture.Product : Usual(venture);
    }

    /// <summary>A shop's page: joined in small letters, or with the platform's noise behind.</summary>
    public string Shop(Venture venture)
    {
        var name = Usual(venture);
        if (throws.Slip(0.10)) name += " " + throws.Pick(BrandWords.ShopTails);
        if (throws.Slip(0.165)) return Handle(name, "");
        return throws.Slip(0.085) ? Handle(name, "_") : name;
    }

    private static string Handle(string name, string between) => name.Replace(" ", between, StringComparison.Ordinal)
        .Replace(".", "", StringComparison.Ordinal).ToLowerInvariant();

    private string Noisy(Venture venture, string legal)
    {
        var product = venture.Product;
        if (throws.Slip(0.045)) product = throws.Pick(venture.Trade.Words);
        var brand = venture.Brand;
        if (throws.Slip(0.036)) brand = throws.Ranked(BrandWords.Common, 2.5);
        var kind = throws.Slip(0.17) ? throws.Weighted(90, 10) : 2;
        var name = kind switch { 0 => brand, 1 => product, _ => product + " " + brand };
        if (kind == 0 && product is "Cell" or "Konter") name = brand + " " + product;
        if (throws.Slip(0.25)) name = Spelled(name);
        if (throws.Slip(0.04)) name += " " + venture.Place.Village.Name;
        if (throws.Slip(0.043)) name = Writing.Typo(throws, name);
        return legal + name;
    }

    private string Legal(Venture venture, double shown)
    {
        if (venture.LegalForm == "Perorangan") return throws.Slip(0.055) ? throws.Ranked(BrandWords.Groups, 0.7) + " " : "";
        if (!throws.Chance(venture.LegalForm is "UD" or "Koperasi" ? 0.5 + shown / 2 : shown)) return "";
        return venture.LegalForm switch
        {
            "Koperasi" => throws.Pick(["Koperasi ", "Kelompok ", "KUB "]),
            "UD" => throws.Pick(["UD ", "UD "]),
            "PT Perorangan" => "PT ",
            _ => venture.LegalForm + (throws.Chance(0.5) ? ". " : " "),
        };
    }

    private string Spelled(string name)
    {
        foreach (var (one, others) in BrandWords.Spellings)
            if (name.Contains(one, StringComparison.Ordinal) && throws.Chance(0.55))
                return name.Replace(one, throws.Pick(others), StringComparison.Ordinal);
        return name;
    }
}

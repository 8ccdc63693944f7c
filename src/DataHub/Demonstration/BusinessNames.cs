namespace DataHub.Demonstration;

/// <summary>A business's name, the form OSS holds, and the forms other feeds make of it.</summary>
internal static class BusinessNames
{
    // Steps through the brand words for an owner's second to fourth business; distinct for up to four.
    private const int FirstStep = 23;
    private const int SecondStep = 13;
    private static readonly string[] ShopNoise =
        [" Official", " Official Store", " ID", " Shop", " Store", " Lampung", " Lampung Official"];

    /// <summary>Without legal form, as the owner would write it on a sign. Two businesses of one owner share no brand word.</summary>
    public static string Plain(Population population, in Business business)
    {
        var dice = population.Dice(Topic.BusinessName, business.Index);
        var word = dice.Pick(business.Trade.Words);
        var style = dice.Below(100);
        if (business.Ordinal == 0 && style < 28 && business.LegalForm == "Perorangan")
        {
            var owner = population.NameOf(business.Owner);
            if (style < 6) return owner;
            return word + " " + PersonNames.Familiar(ref dice, owner, population.IsWoman(business.Owner));
        }
        var brand = population.Dice(Topic.OwnerBrand, business.Owner);
        var first = Words.BrandFirst[(brand.Below(Words.BrandFirst.Length) + business.Ordinal * FirstStep) % Words.BrandFirst.Length];
        var second = Words.BrandSecond[(brand.Below(Words.BrandSecond.Length) + business.Ordinal * SecondStep) % Words.BrandSecond.Length];
        if (style < 72) return $"{word} {first} {second}";
        if (style < 80) return $"{word} {first} {business.District.Name}";
        if (style < 86) return $"{word} {first}";
        return $"{word} {Coin(ref dice)}";
    }

    /// <summary>As OSS holds it; certificates repeat it.</summary>
    public static string Licensed(Population population, in Business business)
    {
        var dice = population.Dice(Topic.LicensedName, business.Index);
        var name = Plain(population, business);
        if (business.LegalForm is "Perorangan")
        {
            var thrown = dice.Below(100);
            return thrown < 50 ? name.ToUpperInvariant() : thrown < 52 ? name.ToLowerInvariant() : name;
        }
        var form = business.LegalForm switch { "PT Perorangan" => "PT", "Koperasi" => "Koperasi", var other => other };
        name = dice.Below(10) switch
        {
            < 5 => $"{form} {name}",
            < 8 => form.Length == 2 ? $"{form}. {name}" : $"{form} {name}",
            _ => form.Length == 2 ? $"{name}, {form}" : $"{form} {name}",
        };
        return dice.Chance(0.6) ? name.ToUpperInvariant() : name;
    }

    /// <summary>What a bank clerk, trainer or the owner elsewhere writes: the trade word dropped, the place added, a slip.</summary>
    public static string Careless(ref Dice dice, Population population, in Business business)
    {
        var name = Plain(population, business);
        var thrown = dice.Below(100);
        if (thrown < 12)
        {
            var space = name.IndexOf(' ', StringComparison.Ordinal);
            if (space > 0) name = name[(space + 1)..];
        }
        else if (thrown < 22) name += " " + business.District.Name;
        else if (thrown < 25) name = "UD " + name;
        else if (thrown < 33) name = TextNoise.Slip(ref dice, name);
        else if (thrown < 38) name = Respell(name);
        return TextNoise.Case(ref dice, name);
    }

    /// <summary>A shop's name on a marketplace: often one word, often with noise behind it.</summary>
    public static string OfShop(ref Dice dice, Population population, in Business business)
    {
        var name = Plain(population, business);
        var thrown = dice.Below(100);
        if (thrown < 18) return name.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
        if (thrown < 24) return name.Replace(' ', '_').ToLowerInvariant();
        if (thrown < 44) return TextNoise.Case(ref dice, name + dice.Pick(ShopNoise));
        return thrown < 80 ? TextNoise.Case(ref dice, name) : Careless(ref dice, population, business);
    }

    private static string Respell(string name) => name
        .Replace("Keripik", "Kripik", StringComparison.Ordinal).Replace("Kue", "Kueh", StringComparison.Ordinal)
        .Replace("Rejeki", "Rezeki", StringComparison.Ordinal).Replace("Warung", "Wr.", StringComparison.Ordinal);

    private static string Coin(ref Dice dice)
    {
        var coined = "";
        for (var left = dice.Between(3, 4); left > 0; left--) coined += dice.Pick(Words.Syllables);
        return TextNoise.Title(coined);
    }
}

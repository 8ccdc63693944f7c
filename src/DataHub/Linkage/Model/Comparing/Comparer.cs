namespace DataHub.Linkage.Model.Comparing;

/// <summary>Compares two records in all ways.</summary>
internal sealed class Comparer(Vocabulary vocabulary)
{
    /// <summary>All levels; the order of the two does not matter.</summary>
    public Compared Compare(Prepared a, Prepared b)
    {
        var compared = new Compared();
        Identifiers(a, b, ref compared);
        (compared[Comparison.PersonName], compared.NameRarity) = NameComparison.Of(a.Name, b.Name, vocabulary);
        Business(a, b, ref compared);
        return compared;
    }

    /// <summary>
    /// All levels, but false as soon as nothing that is still to be compared can lift the pair to where it matters: most pairs of a block
    /// share
    /// its key and nothing else.
    /// </summary>
    public bool IsWorth(Prepared a, Prepared b, Reach reach, out Compared compared)
    {
        compared = default;
        Identifiers(a, b, ref compared);
        if (!reach.IsOpenBeforeNames(compared)) return false;
        (compared[Comparison.PersonName], compared.NameRarity) = NameComparison.Of(a.Name, b.Name, vocabulary);
        if (!reach.IsOpenBeforeBrands(compared)) return false;
        Business(a, b, ref compared);
        return true;
    }

    private static void Identifiers(Prepared a, Prepared b, ref Compared compared)
    {
        compared[Comparison.Nik] = IdentifierComparison.OfNik(a.Nik, b.Nik);
        compared[Comparison.Nib] = Nibs(a, b);
        compared[Comparison.Phone] = IdentifierComparison.OfPhones(a.Phones, b.Phones);
        compared[Comparison.Email] = a.Email == 0 || b.Email == 0 ? Level.Missing : a.Email == b.Email ? Level.Equal : Level.Different;
        compared[Comparison.Sector] = a.Sector == 0 || b.Sector == 0 ? Level.Missing : a.Sector == b.Sector ? Level.Equal : Level.Different;
        compared[Comparison.LegalForm] = LegalForms(a.LegalForm, b.LegalForm);
        compared[Comparison.Area] = PlaceComparison.OfArea(a, b);
    }

    private void Business(Prepared a, Prepared b, ref Compared compared)
    {
        (compared[Comparison.Brand], compared.BrandRarity) = BrandComparison.Of(a.Brand, b.Brand, vocabulary);
        compared[Comparison.Address] = PlaceComparison.OfAddress(a, b, compared[Comparison.Area]);
    }

    /// <summary>Two licences have two NIBs, however near: the register does not mistype its own key.</summary>
    private static Level Nibs(Prepared a, Prepared b) =>
        a.Feed == LinkFeed.Oss && b.Feed == LinkFeed.Oss ? Level.Different : IdentifierComparison.OfNib(a.Nib, b.Nib);

    /// <summary>Only bodies with a register of their own contradict each other; UD, KUB and the like are written or not.</summary>
    private static Level LegalForms(string? a, string? b)
    {
        if (a is null || b is null) return Level.Missing;
        if (a == b) return Level.Equal;
        return a is "PT" or "CV" or "KOPERASI" && b is "PT" or "CV" or "KOPERASI" ? Level.Different : Level.Missing;
    }
}

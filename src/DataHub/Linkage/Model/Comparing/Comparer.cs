namespace DataHub.Linkage.Model.Comparing;

/// <summary>Compares two records in all ways.</summary>
internal sealed class Comparer(Vocabulary vocabulary)
{
    /// <summary>All levels; the order of the two does not matter.</summary>
    public Compared Compare(Prepared a, Prepared b)
    {
        var compared = new Compared();
        compared[Comparison.Nik] = IdentifierComparison.OfNik(a.Nik, b.Nik);
        compared[Comparison.Nib] = IdentifierComparison.OfNib(a.Nib, b.Nib);
        (compared[Comparison.PersonName], compared.NameRarity) = NameComparison.Of(a.Name, b.Name, vocabulary);
        compared[Comparison.Phone] = IdentifierComparison.OfPhones(a.Phones, b.Phones);
        compared[Comparison.Email] = a.Email == 0 || b.Email == 0 ? Level.Missing : a.Email == b.Email ? Level.Equal : Level.Different;
        (compared[Comparison.Brand], compared.BrandRarity) = BrandComparison.Of(a.Brand, b.Brand, vocabulary);
        compared[Comparison.Sector] = a.Sector == 0 || b.Sector == 0 ? Level.Missing : a.Sector == b.Sector ? Level.Equal : Level.Different;
        compared[Comparison.LegalForm] = LegalForms(a.LegalForm, b.LegalForm);
        compared[Comparison.Area] = PlaceComparison.OfArea(a, b);
        compared[Comparison.Address] = PlaceComparison.OfAddress(a, b, compared[Comparison.Area]);
        return compared;
    }

    /// <summary>Only bodies with a register of their own contradict each other; UD, KUB and the like are written or not.</summary>
    private static Level LegalForms(string? a, string? b)
    {
        if (a is null || b is null) return Level.Missing;
        if (a == b) return Level.Equal;
        return a is "PT" or "CV" or "KOPERASI" && b is "PT" or "CV" or "KOPERASI" ? Level.Different : Level.Missing;
    }
}

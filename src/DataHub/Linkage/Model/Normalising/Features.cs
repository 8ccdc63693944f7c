namespace DataHub.Linkage.Model.Normalising;

/// <summary>A record normalised, before it is measured against the others.</summary>
internal sealed record Features
{
    public required LinkFeed Feed { get; init; }
    public required Identifier Nik { get; init; }
    public required Identifier Nib { get; init; }
    public required Phone[] Phones { get; init; }

    /// <summary>Lower case; null when none.</summary>
    public required string? Email { get; init; }

    /// <summary>Words of the person's name; <see cref="NameSounds"/> has their sounds at the same places.</summary>
    public required string[] Name { get; init; }
    public required string[] NameSounds { get; init; }
    public required string[] BrandSounds { get; init; }
    public required string[] Products { get; init; }
    public required string? LegalForm { get; init; }
    public required Address Address { get; init; }

    /// <summary>Region of the record's own code, which may tell another place than its address.</summary>
    public required RegionPair Coded { get; init; }

    /// <summary>KBLI, five digits; 0 when none.</summary>
    public required int Kbli { get; init; }

    /// <summary>The name by sound, its words sorted and joined: WAHYUNI SRI is SRI WAHYUNI.</summary>
    public string NameKey => string.Concat(NameSounds.Where(sound => sound.Length > 1).Order(StringComparer.Ordinal));

    /// <summary>The brand by sound in one, as shops write it.</summary>
    public string BrandKey => string.Concat(BrandSounds);

    /// <summary>Normalises a record.</summary>
    public static Features Of(LinkRecord record, Addresses addresses)
    {
        var name = PersonNames.Read(record.PersonName);
        var trade = TradeNames.Read(record.BusinessName);
        var address = addresses.Read(record.Address);
        return new()
        {
            Feed = record.Feed,
            Nik = Identifier.Nik(record.Nik),
            Nib = Identifier.Nib(record.Nib),
            Phones = Normalising.Phones.Read(record.Phone),
            Email = record.Email?.Trim().ToLowerInvariant() is { Length: > 5 } email && email.Contains('@', StringComparison.Ordinal)
                ? email : null,
            Name = [.. name],
            NameSounds = [.. name.Select(Sound.Of)],
            BrandSounds = [.. WithoutVillage(trade.Brand, address).Select(Sound.Of)],
            Products = [.. trade.Products.Distinct(StringComparer.Ordinal)],
            LegalForm = trade.LegalForm ?? LegalFormOf(record.LegalForm),
            Address = address,
            Coded = RegionCodes.Read(record.RegionCode),
            Kbli = record.Kbli is { Length: 5 } kbli
                && int.TryParse(kbli, System.Globalization.CultureInfo.InvariantCulture, out var code) ? code : 0,
        };
    }

    private static string? LegalFormOf(string? form) => form is null ? null
        : Letters.Words(form).Select(word => WordSets.LegalForms.GetValueOrDefault(word)).FirstOrDefault(legal => legal is not null);

    /// <summary>SALON MBOK JUM BINDU in the village of Bindu is MBOK JUM's.</summary>
    private static IEnumerable<string> WithoutVillage(IReadOnlyList<string> brand, Address address)
    {
        var village = address.VillageWords;
        var count = village.Count;
        var ends = count > 0 && brand.Count > count && brand.Skip(brand.Count - count).SequenceEqual(village, StringComparer.Ordinal);
        return ends ? brand.Take(brand.Count - count) : brand;
    }
}

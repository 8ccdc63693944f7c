namespace DataHub.Testing.Linkage.Labelled;

/// <summary>A business: what is true of it, whatever the feeds write.</summary>
internal sealed class Venture
{
    public required int Number { get; init; }

    public required TradeWords Trade { get; init; }

    /// <summary>The product in its name: Keripik Singkong.</summary>
    public required string Product { get; init; }

    /// <summary>The name without product and legal form.</summary>
    public required string Brand { get; init; }

    /// <summary>Perorangan, CV, UD, PT, PT Perorangan, Koperasi.</summary>
    public required string LegalForm { get; init; }

    public required Place Place { get; init; }

    public required Person Owner { get; init; }

    public required string Phone { get; init; }

    /// <summary>Owner before <see cref="OwnerSince"/>.</summary>
    public Person? OwnerBefore { get; init; }

    public DateOnly OwnerSince { get; init; }

    public string? PhoneBefore { get; init; }

    public DateOnly PhoneSince { get; init; }

    public Place? PlaceBefore { get; init; }

    public DateOnly PlaceSince { get; init; }

    public bool Closed { get; init; }

    /// <summary>Of its licences; filled as they are written.</summary>
    public List<string> Nibs { get; } = [];

    public HashSet<string> Tags { get; } = [];

    public string Id => "U" + Number.ToString("D7", System.Globalization.CultureInfo.InvariantCulture);

    public Person OwnerOn(DateOnly day) => OwnerBefore is not null && day < OwnerSince ? OwnerBefore : Owner;

    public string PhoneOn(DateOnly day) =>
        OwnerBefore is not null && day < OwnerSince ? OwnerBefore.Phone
        : PhoneBefore is not null && day < PhoneSince ? PhoneBefore
        : Phone;

    public Place PlaceOn(DateOnly day) => PlaceBefore is not null && day < PlaceSince ? PlaceBefore : Place;
}

namespace DataHub.Demonstration;

internal enum Scale { Mikro, Kecil, Menengah }

/// <summary>What is true of one business, before any feed bends it. Money is rupiah.</summary>
internal readonly record struct Business
{
    /// <summary>0 to the number of businesses - 1.</summary>
    public required int Index { get; init; }

    public required int Owner { get; init; }

    /// <summary>0 for an owner's first business.</summary>
    public required int Ordinal { get; init; }

    public required Trade Trade { get; init; }

    public required Scale Scale { get; init; }

    public required Regency Regency { get; init; }

    public required District District { get; init; }

    public required DateOnly RegisteredOn { get; init; }

    public required long Capital { get; init; }

    /// <summary>Perorangan, UD, CV, PT, PT Perorangan or Koperasi.</summary>
    public required string LegalForm { get; init; }

    public required string Nib { get; init; }

    /// <summary>The place as OSS publishes it: mostly the district, sometimes only the regency.</summary>
    public required string PublishedArea { get; init; }
}

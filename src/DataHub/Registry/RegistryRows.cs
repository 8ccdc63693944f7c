namespace DataHub.Registry;

/// <summary>Row of registry.region.</summary>
public sealed record RegionRow(string Code, string Name, string Level, string? ParentCode, string? BpsCode)
{
    public string? Kind { get; init; }
    public string Source { get; init; } = "";
    public string SourceVersion { get; init; } = "";
    public DateTime LoadedAt { get; init; }
    public DateTime? RetiredAt { get; init; }
}

/// <summary>Row of registry.kbli_section.</summary>
public sealed record KbliSectionRow(string Version, string Code, string Name);

/// <summary>Row of registry.kbli_division.</summary>
public sealed record KbliDivisionRow(string Version, string Code, string Section);

/// <summary>Row of registry.kbli.</summary>
public sealed class KbliRow
{
    public required string Version { get; init; }
    public required string Code { get; init; }
    public int Level { get; init; }
    public required string Title { get; init; }
    public string? ParentCode { get; init; }
    public string? Section { get; init; }
    public required string Source { get; init; }
    public required string SourceVersion { get; init; }
    public DateTime LoadedAt { get; init; }
    public DateTime? RetiredAt { get; init; }
}

/// <summary>Row of registry.person.</summary>
public sealed class PersonRow
{
    public long Id { get; init; }
    public byte[]? NikHash { get; init; }
    public byte[]? NikCipher { get; init; }
    public string? Name { get; init; }
    public string? Gender { get; init; }
    public string? OriginFeed { get; init; }
    public string? OriginKey { get; init; }
    public DateTime CreatedAt { get; init; }
}

/// <summary>Row of registry.business.</summary>
public sealed class BusinessRow
{
    public long Id { get; init; }
    public string? Nib { get; init; }
    public string? Name { get; init; }
    public string? Scale { get; init; }
    public string? ScaleCriterion { get; init; }
    public string? LegalForm { get; init; }
    public string? Kbli { get; init; }
    public string? KbliVersion { get; init; }
    public string? SectorCode { get; init; }
    public string? RegencyCode { get; init; }
    public string? DistrictCode { get; init; }
    public string? Address { get; init; }
    public string? Phone { get; init; }
    public string? Email { get; init; }
    public decimal? Capital { get; init; }
    public decimal? AnnualSales { get; init; }
    public int? AnnualSalesYear { get; init; }
    public int? Workers { get; init; }
    public DateOnly? RegisteredOn { get; init; }
    public string? Status { get; init; }
    public long? OwnerId { get; init; }
    public required string OriginFeed { get; init; }
    public required string OriginKey { get; init; }
    public DateTime CreatedAt { get; init; }
    public DateTime UpdatedAt { get; init; }
}

/// <summary>Row of registry.licence.</summary>
public sealed class LicenceRow
{
    public required string Nib { get; init; }
    public long BusinessId { get; init; }
    public DateOnly? IssuedOn { get; init; }
    public string? Status { get; init; }
    public bool IsCurrent { get; init; }
}

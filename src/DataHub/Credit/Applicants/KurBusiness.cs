namespace DataHub.Credit.Applicants;

/// <summary>What the hub knows of a business for a KUR decision; null: no source has said anything.</summary>
public sealed record KurBusiness
{
    /// <summary>Row of <c>registry.business</c>.</summary>
    public required long Id { get; init; }

    /// <summary>NIB in force; null for a business known only from feeds other than OSS.</summary>
    public string? Nib { get; init; }

    /// <summary><c>AKTIF</c>, <c>TIDAK_AKTIF</c> or <c>DICABUT</c>.</summary>
    public string? Status { get; init; }

    /// <summary>Day of issue of the NIB in force.</summary>
    public DateOnly? RegisteredOn { get; init; }

    /// <summary>Earliest day of issue among all NIB the business ever had.</summary>
    public DateOnly? FirstLicensedOn { get; init; }

    public string? Kbli { get; init; }

    /// <summary>Edition of KBLI, <c>2020</c> or <c>2025</c>.</summary>
    public string? KbliVersion { get; init; }

    /// <summary>Scale of PP 7/2021: <c>MIKRO</c>, <c>KECIL</c>, <c>MENENGAH</c>, <c>BESAR</c>.</summary>
    public string? Scale { get; init; }

    /// <summary>Sales of <see cref="AnnualSalesYear"/>, Rupiah.</summary>
    public decimal? AnnualSales { get; init; }

    public int? AnnualSalesYear { get; init; }

    /// <summary>False when the record that tells the sales is only probably of this business: it may ask for documents, not refuse.</summary>
    public bool IsAnnualSalesCertain { get; init; } = true;

    /// <summary>Dotted code of the home ministry.</summary>
    public string? RegencyCode { get; init; }

    /// <summary>A NIB in force: revoked and inactive ones are not; a NIB whose state no source tells is.</summary>
    public bool HasActiveNib => Nib is not null && (Status is null or "AKTIF");
}

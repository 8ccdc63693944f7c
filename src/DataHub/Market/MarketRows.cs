namespace DataHub.Market;

/// <summary>Row of market.certificate.</summary>
public sealed class CertificateRow
{
    public long Id { get; init; }
    public required string Number { get; init; }
    public string? Kind { get; init; }
    public bool? NumberWellFormed { get; init; }
    public DateOnly? IssuedOn { get; init; }
    public DateOnly? ExpiresOn { get; init; }
    public long? BusinessId { get; init; }
}

/// <summary>Row of market.product.</summary>
public sealed class ProductRow
{
    public long Id { get; init; }
    public required string SourceKey { get; init; }
    public string? Name { get; init; }
    public string? Category { get; init; }
    public string? Kbli { get; init; }
    public decimal? Price { get; init; }
    public long? BusinessId { get; init; }
}

/// <summary>Row of market.shop.</summary>
public sealed class ShopRow
{
    public long Id { get; init; }
    public required string ShopId { get; init; }
    public string? Platform { get; init; }
    public string? Name { get; init; }
    public int? ProductCount { get; init; }
    public double? Rating { get; init; }
    public decimal? Turnover12Months { get; init; }
    public DateOnly? OpenedOn { get; init; }
    public long? BusinessId { get; init; }
    public string? Certainty { get; init; }
    public string? QuotedNib { get; init; }
}

/// <summary>Row of market.listing.</summary>
public sealed class ListingRow
{
    public long Id { get; init; }
    public required string SourceKey { get; init; }
    public string? ProductKey { get; init; }
    public string? ShopKey { get; init; }
    public long? ProductId { get; init; }
    public long? ShopId { get; init; }
    public decimal? Price { get; init; }
    public int? Sold { get; init; }
    public DateOnly? ListedOn { get; init; }
}

/// <summary>Row of market.exhibition.</summary>
public sealed class ExhibitionRow
{
    public long Id { get; init; }
    public required string Code { get; init; }
    public string? Name { get; init; }
    public string? Place { get; init; }
    public DateOnly? StartedOn { get; init; }
    public DateOnly? FinishedOn { get; init; }
}

/// <summary>Row of market.exhibition_participation.</summary>
public sealed class ExhibitionParticipationRow
{
    public long Id { get; init; }
    public required string SourceKey { get; init; }
    public long ExhibitionId { get; init; }
    public DateOnly? StartedOn { get; init; }
    public decimal? Sales { get; init; }
    public long? BusinessId { get; init; }
}

/// <summary>Row of market.procurement_contract.</summary>
public sealed class ProcurementContractRow
{
    public long Id { get; init; }
    public required string Number { get; init; }
    public string? Buyer { get; init; }
    public string? Title { get; init; }
    public decimal? Value { get; init; }
    public DateOnly? SignedOn { get; init; }
    public long? BusinessId { get; init; }
}

/// <summary>Row of market.partnership.</summary>
public sealed class PartnershipRow
{
    public long Id { get; init; }
    public required string Number { get; init; }
    public string? Pattern { get; init; }
    public string? PartnerNib { get; init; }
    public string? PartnerName { get; init; }
    public DateOnly? StartedOn { get; init; }
    public DateOnly? EndsOn { get; init; }
    public decimal? Value { get; init; }
    public bool? Offtaker { get; init; }
    public long? BusinessId { get; init; }
}

namespace DataHub.Linkage.Model;

/// <summary>
/// A source record as linking sees it: texts as received (trimmed), null where the source has none or the feed has no such column. Holds a
/// NIK in clear and therefore lives in memory only.
/// </summary>
public sealed record LinkRecord
{
    /// <summary>Feed.</summary>
    public required LinkFeed Feed { get; init; }

    /// <summary>Key of the record in its feed; with <see cref="Feed"/> it identifies the record.</summary>
    public required string SourceKey { get; init; }

    /// <summary>NIK as received, damaged or not.</summary>
    public string? Nik { get; init; }

    /// <summary>NIB as received, damaged or not.</summary>
    public string? Nib { get; init; }

    /// <summary>Name of the owner, debtor or participant.</summary>
    public string? PersonName { get; init; }

    /// <summary>Trade name, or name of the shop.</summary>
    public string? BusinessName { get; init; }

    /// <summary>Telephone; may hold two numbers.</summary>
    public string? Phone { get; init; }

    /// <summary>E-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>Address in one text; of a shop its town (kota).</summary>
    public string? Address { get; init; }

    /// <summary>Dotted code of the home ministry, of a regency or district (kode_wilayah).</summary>
    public string? RegionCode { get; init; }

    /// <summary>KBLI, five digits.</summary>
    public string? Kbli { get; init; }

    /// <summary>Legal form (jenis_badan_usaha).</summary>
    public string? LegalForm { get; init; }

    /// <summary>The source's own date of the record.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>False for a licence that is no longer in force; null where the feed does not say.</summary>
    public bool? IsActive { get; init; }

    /// <summary>Rupiah at stake in the record, for the order of the review queue: outstanding credit. 0 where there is none.</summary>
    public decimal AtStake { get; init; }
}

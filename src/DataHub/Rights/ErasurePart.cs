namespace DataHub.Rights;

/// <summary>One table that a person's data lies in, and how it is taken out.</summary>
/// <param name="Kind">Name in rights.retention.</param>
/// <param name="Table">With its schema.</param>
/// <param name="Feed">The feed whose records tell of the rows.</param>
/// <param name="Key">Column with the record's key.</param>
/// <param name="IsTheirs">Condition on a row x of the table; $1 is the person.</param>
/// <param name="Anonymise">Assignments after which a row tells of nobody; null when rows are only deleted.</param>
internal sealed record ErasurePart(string Kind, string Table, string Feed, string Key, string IsTheirs)
{
    // Of a firm the person answers for, the data is the firm's: UU 27/2022 is about natural persons.
    private const string SoleBusinesses =
        "select b.id from registry.business b where b.owner_id = $1 and coalesce(b.legal_form, 'Perorangan') ilike 'perorangan'";

    private const string OfBusiness = $"x.business_id in ({SoleBusinesses})";

    public string? Anonymise { get; init; }

    /// <summary>What points comes before what is pointed to.</summary>
    public static IReadOnlyList<ErasurePart> All { get; } =
    [
        new("loans", "credit.loan", "SIKP", "nomor_akad", "x.person_id = $1")
        {
            Anonymise = "person_id = null, business_id = null, quoted_nib = ''",
        },
        new("trainings", "training.participation", "PELATIHAN", "source_key", "x.person_id = $1")
        {
            Anonymise = "person_id = null, business_id = null",
        },
        new("exhibitions", "market.exhibition_participation", "PAMERAN", "source_key", OfBusiness) { Anonymise = "business_id = null" },
        new(
            "shops", "market.listing", "LISTING", "source_key",
            $"x.shop_id in (select s.id from market.shop s where s.business_id in ({SoleBusinesses})) "
            + $"or x.product_id in (select p.id from market.product p where p.business_id in ({SoleBusinesses}))"),
        new("shops", "market.product", "PRODUK", "source_key", OfBusiness),
        new("shops", "market.shop", "MARKETPLACE", "shop_id", OfBusiness),
        new("certificates", "market.certificate", "SERTIFIKAT", "number", OfBusiness) { Anonymise = "business_id = null" },
        new("procurement", "market.procurement_contract", "PENGADAAN", "number", OfBusiness) { Anonymise = "business_id = null" },
        new(
            "listings", "registry.listed_business", "DAFTAR", "source_key",
            "x.source_key in (select k.source_key from linkage.link k where k.feed = 'DAFTAR' and k.closed_at is null "
            + $"and (k.person_id = $1 or k.business_id in ({SoleBusinesses})))"),
        new("procurement", "market.partnership", "KEMITRAAN", "number", OfBusiness) { Anonymise = "business_id = null" },
    ];
}

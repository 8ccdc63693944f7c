using DataHub.Access;
using DataHub.Credit;
using DataHub.Feeds;
using DataHub.GraphQL.Types;
using DataHub.Market;
using DataHub.Registry;
using DataHub.Shared.Ids;
using DataHub.Tests.Differential.Rows;
using DataHub.Training;
using static DataHub.Tests.Differential.Naive.NaiveKey;

namespace DataHub.Tests.Differential.Naive;

/// <summary>The types of the contract over the rows of a world, by what the contract's descriptions say of them.</summary>
internal sealed class NaiveTypes
{
    private readonly Dictionary<string, NaiveType> types = new(StringComparer.Ordinal);
    private readonly World world;
    private readonly NodeIds ids;

    public NaiveTypes(World world, NodeIds ids)
    {
        (this.world, this.ids) = (world, ids);
        Declare();
        Places();
        Businesses();
        Credit();
        Training();
        Market();
        BusinessMarket();
        Feeds();
    }

    public NaiveType this[string name] => types[name];

    public IEnumerable<NaiveType> All => types.Values;

    /// <summary>
    /// True when a field's values are a world's. What is known of requests, consents, looks and passes of the linker is none of its rows, and the copy of a
    /// person's data is made of them: these have tests of their own.
    /// </summary>
    public bool Know(FieldDefinition field) => field.Coordinate is not ("Me.dataCopy" or "Business.formerIds" or "Provenance.sourceRecordId") && field.Type.Named switch
    {
        ObjectType { Name: "Consent" or "RightsRequest" or "AgencyListing" or "LinkEvidence" or "BusinessEvent" or "ValueProvenance" } => false,
        ObjectType page when page.Field("nodes") is { } rows => Has(rows.Type.Named.Name),
        _ => true,
    };

    /// <summary>True for a type whose rows a world has.</summary>
    public bool Has(string name) => types.ContainsKey(name);

    /// <summary>The id that consumers know a row by.</summary>
    public string IdOf(NaiveType type, object row) => ids.Encode(type.Name, (long)type.Key(row));

    private void Declare()
    {
        Add<RegionRow>("Region", world.Regions, r => r.Code);
        Add<KbliSectionRow>("Sector", world.Sections, r => $"{r.Version} {r.Code}");
        Add<PersonRow>("Person", world.Persons, r => r.Id);
        Add<BusinessRow>("Business", world.Businesses, r => r.Id);
        Add<LicenceRow>("Licence", world.Licences, r => r.Nib);
        Add<LinkedRecord>("Provenance", world.Links, r => r.Id);
        Add<LenderRow>("Lender", world.Lenders, r => r.Code);
        Add<KurLoanRow>("KurLoan", world.Loans, r => r.Id);
        Add<ProgrammeRow>("TrainingProgramme", world.Programmes, r => r.Id);
        Add<ParticipationRow>("TrainingParticipation", world.Participations, r => r.Id);
        Add<CertificateRow>("Certificate", world.Certificates, r => r.Id);
        Add<ProductRow>("Product", world.Products, r => r.Id);
        Add<ShopRow>("Shop", world.Shops, r => r.Id);
        Add<ListingRow>("Listing", world.Listings, r => r.Id);
        Add<ExhibitionRow>("Exhibition", world.Exhibitions, r => r.Id);
        Add<ExhibitionParticipationRow>("ExhibitionParticipation", world.ExhibitionParticipations, r => r.Id);
        Add<ProcurementContractRow>("ProcurementContract", world.Contracts, r => r.Id);
        Add<PartnershipRow>("Partnership", world.Partnerships, r => r.Id);
        Add<FeedRunRow>("FeedRun", world.Runs, r => r.Id);
        Add<QuarantineRow>("QuarantineRecord", world.Quarantine, r => r.Id);
        Add<Seller>("SellerVerification", [], r => r.Nib);
        Add<StatisticsGroup>("StatisticsRow", [], r => r);
    }

    private void Add<TRow>(string name, IReadOnlyList<TRow> rows, Func<TRow, object> key)
        where TRow : class
    {
        var type = new NaiveType(name, typeof(TRow)) { Key = r => key((TRow)r), Rows = rows };
        types.Add(name, type);
        if (typeof(TRow).GetProperty("Id")?.PropertyType == typeof(long)) type.Value<TRow>("id", r => ids.Encode(name, (long)key(r)));
    }

    private void Places()
    {
        types["Region"].One<RegionRow>("regency", types["Region"], r => world.Regions.FirstOrDefault(p => p.Code == r.ParentCode && p.Level == "REGENCY"));
        foreach (var place in new[] { "regency", "district" })
        {
            types["Business"].One<BusinessRow>(place, types["Region"], r => Region(place == "regency" ? r.RegencyCode : r.DistrictCode));
            types["SellerVerification"].One<Seller>(place, types["Region"], r => Region(place == "regency" ? r.Business?.RegencyCode : r.Business?.DistrictCode));
            types["StatisticsRow"].One<StatisticsGroup>(place, types["Region"], r => Region(place == "regency" ? r.RegencyCode : r.DistrictCode));
        }
        types["KurLoan"].One<KurLoanRow>("regency", types["Region"], r => Region(r.RegencyCode));
        types["Business"].One<BusinessRow>("sector", types["Sector"], r => Section(r.KbliVersion, r.SectorCode));
        types["StatisticsRow"].One<StatisticsGroup>("sector", types["Sector"], r => Section(r.KbliVersion, r.SectorCode));
    }

    private RegionRow? Region(string? code) => world.Regions.FirstOrDefault(r => r.Code == code);

    private KbliRow? Kbli(BusinessRow business) => world.Kbli.FirstOrDefault(k => k.Version == business.KbliVersion && k.Code == business.Kbli);

    private KbliSectionRow? Section(string? version, string? code) => world.Sections.FirstOrDefault(s => s.Version == version && s.Code == code);

    private void Businesses()
    {
        types["Person"].Value<PersonRow>("nik", p => p.NikCipher is null ? null : world.Protector.DecryptText(p.NikCipher));
        types["Business"].IsVisible = (caller, row) => caller.Purpose != "SUBJECT_ACCESS" || Owns(caller, ((BusinessRow)row).OwnerId);
        types["Business"]
            .One<BusinessRow>("owner", types["Person"], b => world.Persons.FirstOrDefault(p => p.Id == b.OwnerId))
            .Many<BusinessRow>("licences", types["Licence"], Below(world.Licences, l => l.BusinessId), Down<LicenceRow>("isCurrent", l => l.IsCurrent))
            .Many<BusinessRow>("provenance", types["Provenance"], Below(world.Links, l => l.BusinessId), Up<LinkedRecord>("receivedAt", l => l.ReceivedAt));
        types["Business"].Value<BusinessRow>("kbliTitle", b => Kbli(b)?.Title);
        types["Business"].Value<BusinessRow>("kbliState", b => b.Kbli is null ? null
            : Kbli(b) is { RetiredAt: null } ? "CURRENT"
            : world.Kbli.Any(k => k.Code == b.Kbli) ? "OBSOLETE"
            : world.Kbli.Any(k => k.Version == b.KbliVersion && k.Level == 5) ? "UNKNOWN" : null);
        types["Provenance"].Value<LinkedRecord>("attributes", l => FeedCatalogue.Get(l.Feed).Supplies);
    }

    private void Credit()
    {
        types["KurLoan"].IsVisible = (caller, row) => (KurLoanRow)row is var loan && caller.Purpose switch
        {
            "KUR_ELIGIBILITY" => caller.Organisation is not null && loan.LenderCode == caller.Organisation,
            "SUBJECT_ACCESS" => Owns(caller, loan.PersonId) && loan.Certainty == "CERTAIN",
            _ => caller.Purpose == "STEWARDSHIP",
        };
        // A code that the hub does not know is a lender without a name.
        types["KurLoan"].One<KurLoanRow>("lender", types["Lender"], l => l.LenderCode is null
            ? null
            : world.Lenders.FirstOrDefault(known => known.Code == l.LenderCode) ?? new LenderRow(l.LenderCode, null!));
        types["Business"].Many<BusinessRow>("loans", types["KurLoan"], Below(world.Loans, l => l.BusinessId), Down<KurLoanRow>("akadOn", l => l.AkadOn));
    }

    private void Training()
    {
        types["TrainingParticipation"].IsVisible = (caller, row) => (ParticipationRow)row is var participation && caller.Purpose switch
        {
            "SUBJECT_ACCESS" => Owns(caller, participation.PersonId)
                && world.Links.Any(l => l.Feed == "PELATIHAN" && l.SourceKey == participation.SourceKey && l.Certainty == "CERTAIN"),
            _ => caller.Purpose == "STEWARDSHIP",
        };
        types["TrainingParticipation"].One<ParticipationRow>(
            "programme", types["TrainingProgramme"], p => world.Programmes.First(programme => programme.Id == p.ProgrammeId));
        types["TrainingProgramme"]
            .Value<ProgrammeRow>("participants", p => Told(world.Participations.Count(x => x.ProgrammeId == p.Id)))
            .Value<ProgrammeRow>("passed", p => Told(world.Participations.Count(x => x.ProgrammeId == p.Id && x.Passed == true)));
        types["Business"].Many<BusinessRow>(
            "trainings", types["TrainingParticipation"], Below(world.Participations, p => p.BusinessId), Down<ParticipationRow>("startedOn", p => p.StartedOn));
    }

    private static int? Told(int persons) => persons is >= 1 and <= 4 ? null : persons;

    private static bool Owns(Caller caller, long? person) => caller.PersonId is not null && person == caller.PersonId;

    private void Market()
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(7));
        types["Certificate"].Value<CertificateRow>("status", c => c.ExpiresOn < today ? "EXPIRED" : "IN_FORCE");
        types["Product"].Many<ProductRow>(
            "listings", types["Listing"], p => world.Listings.Where(l => l.ProductId == p.Id), Down<ListingRow>("listedOn", l => l.ListedOn));
        types["Listing"].One<ListingRow>("shop", types["Shop"], l => world.Shops.FirstOrDefault(s => s.Id == l.ShopId));
        types["ExhibitionParticipation"].One<ExhibitionParticipationRow>(
            "exhibition", types["Exhibition"], p => world.Exhibitions.First(e => e.Id == p.ExhibitionId));
        types["SellerVerification"].Many<Seller>(
            "certificates", types["Certificate"], s => world.Certificates.Where(c => s.Business is not null && c.BusinessId == s.Business.Id),
            Down<CertificateRow>("issuedOn", c => c.IssuedOn));
    }

    private void BusinessMarket() => types["Business"]
        .Value<BusinessRow>("productsCount", b => world.Products.Count(p => p.BusinessId == b.Id))
        .Many<BusinessRow>("certificates", types["Certificate"], Below(world.Certificates, c => c.BusinessId), Down<CertificateRow>("issuedOn", c => c.IssuedOn))
        .Many<BusinessRow>("products", types["Product"], Below(world.Products, p => p.BusinessId), Up<ProductRow>("name", p => p.Name))
        .Many<BusinessRow>("shops", types["Shop"], Below(world.Shops, s => s.BusinessId), Up<ShopRow>("openedOn", s => s.OpenedOn))
        .Many<BusinessRow>(
            "exhibitions", types["ExhibitionParticipation"], Below(world.ExhibitionParticipations, e => e.BusinessId),
            Down<ExhibitionParticipationRow>("startedOn", e => e.StartedOn))
        .Many<BusinessRow>(
            "procurementContracts", types["ProcurementContract"], Below(world.Contracts, c => c.BusinessId),
            Down<ProcurementContractRow>("signedOn", c => c.SignedOn))
        .Many<BusinessRow>("partnerships", types["Partnership"], Below(world.Partnerships, p => p.BusinessId), Down<PartnershipRow>("startedOn", p => p.StartedOn));

    private void Feeds() => types["QuarantineRecord"]
        .Value<QuarantineRow>("column", q => q.ColumnName)
        .Value<QuarantineRow>("value", q => q.ValueCipher is null ? null : world.Protector.DecryptText(q.ValueCipher))
        // Not a field of the contract, but a condition of its filter.
        .Value<QuarantineRow>("runId", q => ids.Encode("FeedRun", q.RunId))
        .One<QuarantineRow>("decisionRun", types["FeedRun"], q => world.Runs.FirstOrDefault(r => r.Id == q.DecisionRunId))
        .One<QuarantineRow>("run", types["FeedRun"], q => world.Runs.First(r => r.Id == q.RunId));

    private static Func<BusinessRow, IEnumerable<object>> Below<TRow>(IEnumerable<TRow> rows, Func<TRow, long?> businessOf)
        where TRow : class
    {
        var byBusiness = rows.ToLookup(businessOf);
        return business => byBusiness[business.Id];
    }
}

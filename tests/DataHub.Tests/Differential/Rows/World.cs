using DataHub.Credit;
using DataHub.Database;
using DataHub.Feeds;
using DataHub.Market;
using DataHub.Registry;
using DataHub.Shared.Secrets;
using DataHub.Training;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DataHub.Tests.Differential.Rows;

/// <summary>All rows of a database, read through EF, and the few that EF's model does not know.</summary>
internal sealed class World
{
    public required IReadOnlyList<RegionRow> Regions { get; init; }
    public required IReadOnlyList<KbliSectionRow> Sections { get; init; }
    public required IReadOnlyList<KbliRow> Kbli { get; init; }
    public required IReadOnlyList<PersonRow> Persons { get; init; }
    public required IReadOnlyList<BusinessRow> Businesses { get; init; }
    public required IReadOnlyList<LicenceRow> Licences { get; init; }
    public required IReadOnlyList<LenderRow> Lenders { get; init; }
    public required IReadOnlyList<KurLoanRow> Loans { get; init; }
    public required IReadOnlyList<ProgrammeRow> Programmes { get; init; }
    public required IReadOnlyList<ParticipationRow> Participations { get; init; }
    public required IReadOnlyList<CertificateRow> Certificates { get; init; }
    public required IReadOnlyList<ProductRow> Products { get; init; }
    public required IReadOnlyList<ShopRow> Shops { get; init; }
    public required IReadOnlyList<ListingRow> Listings { get; init; }
    public required IReadOnlyList<ExhibitionRow> Exhibitions { get; init; }
    public required IReadOnlyList<ExhibitionParticipationRow> ExhibitionParticipations { get; init; }
    public required IReadOnlyList<ProcurementContractRow> Contracts { get; init; }
    public required IReadOnlyList<PartnershipRow> Partnerships { get; init; }
    public required IReadOnlyList<FeedRunRow> Runs { get; init; }
    public required IReadOnlyList<QuarantineRow> Quarantine { get; init; }
    public required IReadOnlyList<LinkedRecord> Links { get; init; }

    /// <summary>Where businesses went that were merged; null when the survivor is gone too.</summary>
    public required IReadOnlyDictionary<long, long?> Redirects { get; init; }

    public required Protector Protector { get; init; }

    public static async Task<World> ReadAsync(NpgsqlDataSource source, Protector protector)
    {
        await using var model = WorldFixture.Open(source);
        return new World
        {
            Regions = await AllAsync<RegionRow>(model),
            Sections = await AllAsync<KbliSectionRow>(model),
            Kbli = await AllAsync<KbliRow>(model),
            Persons = await AllAsync<PersonRow>(model),
            Businesses = await AllAsync<BusinessRow>(model),
            Licences = await AllAsync<LicenceRow>(model),
            Lenders = await AllAsync<LenderRow>(model),
            Loans = await AllAsync<KurLoanRow>(model),
            Programmes = await AllAsync<ProgrammeRow>(model),
            Participations = await AllAsync<ParticipationRow>(model),
            Certificates = await AllAsync<CertificateRow>(model),
            Products = await AllAsync<ProductRow>(model),
            Shops = await AllAsync<ShopRow>(model),
            Listings = await AllAsync<ListingRow>(model),
            Exhibitions = await AllAsync<ExhibitionRow>(model),
            ExhibitionParticipations = await AllAsync<ExhibitionParticipationRow>(model),
            Contracts = await AllAsync<ProcurementContractRow>(model),
            Partnerships = await AllAsync<PartnershipRow>(model),
            Runs = await AllAsync<FeedRunRow>(model),
            Quarantine = await AllAsync<QuarantineRow>(model),
            Links = await model.Database.SqlQuery<LinkedRecord>(
                $"""
                select l.id as "Id", l.feed as "Feed", l.source_key as "SourceKey", l.business_id as "BusinessId", l.rule as "Rule",
                  l.certainty as "Certainty", r.source_date as "SourceDate", r.received_at as "ReceivedAt"
                from linkage.link l join feeds.source_record r on r.id = l.source_record_id where l.closed_at is null
                """).ToListAsync(),
            Redirects = (await model.Database.SqlQuery<Redirect>(
                $"""select business_id as "BusinessId", survivor_id as "SurvivorId" from registry.business_redirect""").ToListAsync())
                .ToDictionary(r => r.BusinessId, r => r.SurvivorId),
            Protector = protector,
        };
    }

    private static async Task<IReadOnlyList<T>> AllAsync<T>(HubModel model)
        where T : class => await model.Set<T>().ToListAsync();

    private sealed record Redirect(long BusinessId, long? SurvivorId);
}

/// <summary>A source record and the link in force that joins it to a business.</summary>
internal sealed record LinkedRecord(
    long Id, string Feed, string SourceKey, long? BusinessId, string Rule, string Certainty, DateOnly? SourceDate, DateTime ReceivedAt);

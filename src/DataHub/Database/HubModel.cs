using System.Text.RegularExpressions;
using DataHub.Changes;
using DataHub.Consent;
using DataHub.Credit;
using DataHub.Feeds;
using DataHub.Market;
using DataHub.Registry;
using DataHub.Rights;
using DataHub.Training;
using Microsoft.EntityFrameworkCore;

namespace DataHub.Database;

/// <summary>
/// The tables as EF Core knows them: names of tables and columns are written here and in the migrations, nowhere else. The planner takes
/// its names from this model.
/// </summary>
public sealed partial class HubModel(DbContextOptions<HubModel> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<RegionRow>().ToTable("region", "registry").HasKey(r => r.Code);
        modelBuilder.Entity<KbliSectionRow>().ToTable("kbli_section", "registry").HasKey(r => new { r.Version, r.Code });
        modelBuilder.Entity<KbliDivisionRow>().ToTable("kbli_division", "registry").HasKey(r => new { r.Version, r.Code });
        modelBuilder.Entity<KbliRow>().ToTable("kbli", "registry").HasKey(r => new { r.Version, r.Code });
        modelBuilder.Entity<PersonRow>().ToTable("person", "registry");
        modelBuilder.Entity<BusinessRow>().ToTable("business", "registry");
        modelBuilder.Entity<LicenceRow>().ToTable("licence", "registry").HasKey(r => r.Nib);
        modelBuilder.Entity<LenderRow>().ToTable("lender", "credit").HasKey(r => r.Code);
        modelBuilder.Entity<KurLoanRow>().ToTable("loan", "credit");
        modelBuilder.Entity<ProgrammeRow>().ToTable("programme", "training");
        modelBuilder.Entity<ParticipationRow>().ToTable("participation", "training");
        modelBuilder.Entity<CertificateRow>().ToTable("certificate", "market");
        modelBuilder.Entity<ProductRow>().ToTable("product", "market");
        modelBuilder.Entity<ShopRow>().ToTable("shop", "market");
        modelBuilder.Entity<ListingRow>().ToTable("listing", "market");
        modelBuilder.Entity<ExhibitionRow>().ToTable("exhibition", "market");
        modelBuilder.Entity<ExhibitionParticipationRow>().ToTable("exhibition_participation", "market");
        modelBuilder.Entity<ProcurementContractRow>().ToTable("procurement_contract", "market");
        modelBuilder.Entity<PartnershipRow>().ToTable("partnership", "market");
        modelBuilder.Entity<FeedRunRow>().ToTable("feed_run", "feeds");
        modelBuilder.Entity<QuarantineRow>().ToTable("quarantine", "feeds");
        modelBuilder.Entity<RightsRequestRow>().ToTable("request", "rights");
        modelBuilder.Entity<OutboxRow>().ToTable("outbox", "changes").HasKey(r => r.Position);
        modelBuilder.Entity<ConsentRow>().ToTable("consent", "access");
        modelBuilder.Entity<ConsentWithdrawalRow>().ToTable("consent_withdrawal", "access").HasKey(r => r.ConsentId);
        modelBuilder.Entity<HorizonRow>().ToTable("horizon", "changes").HasNoKey();
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(e => e.GetProperties()))
            property.SetColumnName(SnakeCase(property.Name));
    }

    /// <summary><c>Turnover12Months</c> as <c>turnover_12_months</c>.</summary>
    public static string SnakeCase(string name) => WordStart().Replace(name, "_$0").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z0-9])([A-Z])|(?<=[a-zA-Z])([0-9]+)")]
    private static partial Regex WordStart();
}

using System.Net;
using DataHub.Access.Budgets;
using DataHub.Database;
using DataHub.Partners;
using DataHub.Testing;
using Npgsql;

namespace DataHub.Tests.Partners;

/// <summary>What each host knows of partners, and when.</summary>
public sealed class PartnerDirectoryTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>, IAsyncLifetime
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    private readonly WallClock clock = new();
    private readonly List<Exception> failures = [];
    private readonly NpgsqlDataSource listening = HubDatabase.ConnectToListen(database.Database.ConnectionString);
    private PartnerDirectory directory = null!;

    public Task InitializeAsync()
    {
        directory = Make(listening, new PartnerSettings());
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await directory.DisposeAsync();
        await listening.DisposeAsync();
    }

    [Fact]
    public async Task Before_it_has_read_anything_nobody_is_known_and_it_says_so()
    {
        Assert.False(directory.IsReady);
        await using var unreachable = NpgsqlDataSource.Create("Host=127.0.0.1;Port=1;Username=nobody;Database=nothing;Timeout=2");
        await using var cut = Make(unreachable, new PartnerSettings());
        cut.Start();
        Assert.True(await Partnership.HoldsWithinAsync(Soon, () => failures.Count > 0));
        Assert.False(cut.IsReady);
    }

    [Fact]
    public async Task An_agreement_begins_and_ends_with_the_clock()
    {
        var entry = new PartnerEntry(Partnership.Of("002", "BANK", "c") with
        {
            ValidFrom = clock.GetUtcNow().UtcDateTime.AddHours(1),
            ValidUntil = clock.GetUtcNow().UtcDateTime.AddHours(2),
        });
        Assert.Equal("AGREEMENT_NOT_YET", directory.Refuse(entry, "002", null)?.Code);
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Null(directory.Refuse(entry, "002", null));
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal("AGREEMENT_EXPIRED", directory.Refuse(entry, "002", null)?.Code);
        await Task.CompletedTask;
    }

    [Theory]
    [InlineData("203.0.113.9", null)]
    [InlineData("::ffff:203.0.113.9", null)]
    [InlineData("2001:db8::7", null)]
    [InlineData("203.0.114.9", "NETWORK_NOT_ALLOWED")]
    [InlineData("2001:db9::7", "NETWORK_NOT_ALLOWED")]
    [InlineData(null, "NETWORK_NOT_ALLOWED")]
    public void A_partner_comes_from_its_networks_only(string? address, string? code)
    {
        var entry = new PartnerEntry(Partnership.Of("002", "BANK", "c") with { Networks = ["203.0.113.0/24", "2001:db8::/32"] });
        Assert.Equal(code, directory.Refuse(entry, null, address is null ? null : IPAddress.Parse(address))?.Code);
    }

    [Fact]
    public void A_row_never_gives_more_than_its_kind_has()
    {
        var entry = new PartnerEntry(Partnership.Of("002", "BANK", "c") with { Scopes = ["KUR_DECIDE", "STEWARD_ALL"], Purposes = ["STEWARDSHIP", "KUR_ELIGIBILITY"] });
        Assert.Equal(["KUR_DECIDE"], entry.Scopes);
        Assert.Equal(["KUR_ELIGIBILITY"], entry.Purposes);
    }

    [Fact]
    public async Task A_change_is_in_force_in_its_host_at_once_and_in_others_within_a_second()
    {
        var changes = new PartnerChanges(database.DataSource, directory, clock, _ => BudgetPlan.Default);
        await using var other = Make(listening, new PartnerSettings { PollTime = TimeSpan.FromMinutes(1) });
        other.Start();
        Assert.True(await Partnership.HoldsWithinAsync(Soon, () => other.IsReady));
        Assert.Null(other.Find("client-of-two"));
        await changes.RegisterAsync(Partnership.Of("111", "BANK", "client-of-two"), "test");
        Assert.Equal(1, directory.Find("client-of-two")?.Partner.Version);
        Assert.True(await Partnership.HoldsWithinAsync(TimeSpan.FromSeconds(1), () => other.Find("client-of-two") is not null));
        await changes.ChangeAsync(("111", 1), "test", (partner, _) => (partner with { Suspended = "test", Change = "SUSPENDED" }, null));
        Assert.True(await Partnership.HoldsWithinAsync(TimeSpan.FromSeconds(1), () => other.Find("client-of-two")!.Partner.Suspended is not null));
    }

    [Fact]
    public async Task A_host_whose_connection_was_cut_reads_what_it_missed()
    {
        var changes = new PartnerChanges(database.DataSource, directory, clock, _ => BudgetPlan.Default);
        await using var cut = HubDatabase.ConnectToListen(database.Database.ConnectionString + ";Application Name=cut host");
        await using var other = Make(cut, new PartnerSettings { PollTime = TimeSpan.FromMinutes(1) });
        other.Start();
        Assert.True(await Partnership.HoldsWithinAsync(Soon, () => other.IsReady));
        await using (var connection = await database.DataSource.OpenConnectionAsync())
        {
            await using var kill = new NpgsqlCommand(
                "select pg_terminate_backend(pid) from pg_stat_activity where query ilike '%partner%' and datname = current_database() and pid <> pg_backend_pid() and application_name = 'datahub changes'", connection);
            await kill.ExecuteNonQueryAsync();
        }
        await changes.RegisterAsync(Partnership.Of("112", "BANK", "client-after-cut"), "test");
        Assert.True(await Partnership.HoldsWithinAsync(Soon, () => other.Find("client-after-cut") is not null));
        Assert.NotEmpty(failures);
    }

    [Fact]
    public async Task What_is_known_grows_too_old_without_word_from_the_database()
    {
        await using var stale = Make(listening, new PartnerSettings { MaxAge = TimeSpan.FromMilliseconds(50), PollTime = TimeSpan.FromMinutes(1) });
        await stale.ReloadAsync(CancellationToken.None);
        Assert.True(await Partnership.HoldsWithinAsync(Soon, () => !stale.IsReady));
        Assert.Empty(failures);
    }

    private PartnerDirectory Make(NpgsqlDataSource toListen, PartnerSettings settings) =>
        new(database.DataSource, toListen, clock, settings, failure =>
        {
            lock (failures) failures.Add(failure);
        });
}

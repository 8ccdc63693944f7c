using DataHub.Rights.Retention;
using DataHub.Testing;

namespace DataHub.Tests.Rights;

public sealed class RetentionTests : IAsyncLifetime
{
    private readonly HubFixture hub = new();

    private RetentionJob Job => new(hub.DataSource, new FixedTime(new DateTimeOffset(2050, 1, 1, 0, 0, 0, TimeSpan.Zero)));

    public Task InitializeAsync() => hub.InitializeAsync();

    public Task DisposeAsync() => hub.DisposeAsync();

    [Fact]
    public async Task What_is_too_old_goes_and_a_trial_run_only_counts_it()
    {
        var trial = await Job.RunAsync(isTrial: true, CancellationToken.None);
        Assert.Equal(6, trial!.Single(result => result.Kind == "loans").Rows);
        Assert.Equal("6", await ValueAsync("select count(*) from credit.loan"));

        var run = await Job.RunAsync(isTrial: false, CancellationToken.None);
        Assert.Equal(trial, run!);
        Assert.Equal("0", await ValueAsync("select count(*) from credit.loan"));
        Assert.Equal("8/0", await ValueAsync("select count(*) || '/' || count(person_id) from training.participation"));
        Assert.All((await Job.RunAsync(isTrial: false, CancellationToken.None))!, result => Assert.Equal(0, result.Rows));
    }

    [Fact]
    public async Task What_a_hold_keeps_stays_and_is_counted()
    {
        await hub.RunAsync("insert into rights.legal_hold (person_id, reason, placed_by, placed_at) values (1, 'Perkara 12/2026', 'x', now())");

        var run = await Job.RunAsync(isTrial: false, CancellationToken.None);

        Assert.Equal((2, 4), (run!.Single(result => result.Kind == "loans").Rows, run!.Single(result => result.Kind == "loans").Held));
        Assert.Equal("4", await ValueAsync("select count(*) from credit.loan"));
    }

    [Fact]
    public async Task A_steward_changes_a_period_with_the_ground_and_null_keeps_for_good()
    {
        var set = await hub.AskAsync("""mutation { setRetention(input: { name: "loans", months: null, onErasure: KEEP, ground: "Perintah pengadilan" }) { rule { months ground changedBy } errors { code } } }""");
        Assert.False(set.HasErrors, set.ToString());
        Assert.Equal("Perintah pengadilan", set.Data.GetProperty("setRetention").GetProperty("rule").GetProperty("ground").GetString());

        var run = await Job.RunAsync(isTrial: false, CancellationToken.None);
        Assert.DoesNotContain(run!, result => result.Kind == "loans");
    }

    [Fact]
    public async Task One_process_at_a_time_does_it()
    {
        await using var other = await hub.DataSource.OpenConnectionAsync();
        await using var take = new Npgsql.NpgsqlCommand("select pg_advisory_lock(5432101701)", other);
        await take.ExecuteNonQueryAsync();

        Assert.Null(await Job.RunAsync(isTrial: false, CancellationToken.None));
    }

    private async Task<string> ValueAsync(string sql)
    {
        await using var command = hub.DataSource.CreateCommand(sql);
        return Convert.ToString(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture)!;
    }

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Net;
using DataHub.Database;
using DataHub.Database.Embedded;
using DataHub.Testing;
using Npgsql;

namespace DataHub.Api.Tests.Overload;

/// <summary>PostgreSQL goes away while requests run, and comes back; the hub stays.</summary>
public sealed class RestartTests : IDisposable
{
    private const int Clients = 6;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("INT")]
    [InlineData("QUIT")]
    public async Task Requests_fail_as_long_as_the_database_is_away_and_no_longer(string signal)
    {
        await using var postgres = await EmbeddedPostgres.StartAsync(
            new EmbeddedPostgresOptions { DataDirectory = folder.Path, ClusterHome = folder.Of("pg"), Durable = false }, CancellationToken.None);
        await using (var dataSource = HubDatabase.Connect(postgres.ConnectionString)) await Migrator.MigrateAsync(dataSource, CancellationToken.None);
        await using var served = await ServedSamples.StartAsync(
            postgres.ConnectionString, new DatabaseSettings { PoolSize = 3, MaxWaiting = 100, MaxWait = TimeSpan.FromMinutes(1) });
        Assert.Equal(HttpStatusCode.OK, (await served.AskAsync(ServedSamples.Slow)).Status);

        // The server of the tests commits without waiting for the disk: what it was told a moment ago, the roles' rights, would go with it.
        await using (var settle = served.Upkeep.CreateCommand("checkpoint")) await settle.ExecuteNonQueryAsync();
        using var stop = new CancellationTokenSource();
        var answers = Enumerable.Range(0, Clients).Select(_ => AskOnAsync(served, stop.Token)).ToArray();
        var server = await SignalAsync(postgres, signal);
        await AwayAsync(served);
        await server.WaitForExitAsync();
        server.Dispose();
        var down = await served.AskAsync(ServedSamples.Slow);
        // The embedded server is watched: it comes back without a hand, and may have been quick.
        if (down.Status != HttpStatusCode.OK) Assert.Equal("5", down.Message.Headers.RetryAfter!.ToString());
        await BackAsync(postgres);
        await stop.CancelAsync();
        var during = (await Task.WhenAll(answers)).SelectMany(a => a).ToList();

        // The pool is full of connections that are none; every one of the first requests after the outage is answered all the same.
        var after = await Task.WhenAll(Enumerable.Range(0, 4 * Clients).Select(_ => served.AskAsync(ServedSamples.Slow)));
        Assert.All(after, answer => Assert.Equal((HttpStatusCode.OK, false), (answer.Status, answer.Body.Contains("errors", StringComparison.Ordinal))));
        Assert.Equal(HttpStatusCode.OK, (await served.Host.Client.GetAsync("/health/ready")).StatusCode);
        // Nobody was told anything else than that the data is away, with a whole body.
        Assert.All(during.Where(a => a.Status != HttpStatusCode.OK),
            a => Assert.Equal((HttpStatusCode.ServiceUnavailable, "DATABASE_UNAVAILABLE"), (a.Status, a.Code)));
        Assert.All(during.Where(a => a.Status == HttpStatusCode.OK), a => Assert.DoesNotContain("errors", a.Body, StringComparison.Ordinal));
        await served.QuietAsync();
    }

    private static async Task<List<Answer>> AskOnAsync(ServedSamples served, CancellationToken stop)
    {
        var answers = new List<Answer>();
        while (!stop.IsCancellationRequested)
        {
            answers.Add(await served.AskAsync(ServedSamples.Slow, CancellationToken.None));
            await Task.Yield();
        }
        return answers;
    }

    private static async Task<Process> SignalAsync(EmbeddedPostgres postgres, string signal)
    {
        var line = File.ReadLines(Path.Combine(postgres.ClusterDirectory, "postmaster.pid")).First();
        var server = Process.GetProcessById(int.Parse(line, NumberStyles.None, CultureInfo.InvariantCulture));
        using var kill = Process.Start("kill", ["-s", signal, line]);
        await kill.WaitForExitAsync();
        return server;
    }

    private static async Task AwayAsync(ServedSamples served)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while ((await served.AskAsync(ServedSamples.Slow, patience.Token)).Status == HttpStatusCode.OK) await Task.Yield();
    }

    private static async Task BackAsync(EmbeddedPostgres postgres)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            try
            {
                await using var dataSource = NpgsqlDataSource.Create(postgres.ConnectionString);
                await using var connection = await dataSource.OpenConnectionAsync(patience.Token);
                return;
            }
            catch (NpgsqlException) when (!patience.IsCancellationRequested)
            {
                await Task.Delay(50, patience.Token);
            }
        }
    }
}

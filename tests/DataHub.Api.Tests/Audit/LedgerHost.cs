using DataHub.Audit;
using DataHub.Database;
using DataHub.Database.Walls;
using DataHub.Planning;
using DataHub.Shared.Secrets;
using DataHub.Testing;
using Npgsql;

namespace DataHub.Api.Tests.Audit;

/// <summary>The whole hub behind the web server with a ledger as in production: a chain of its own, and a place outside the database.</summary>
internal sealed class LedgerHost : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly TestDatabase database;
    private readonly List<IAsyncDisposable> parts = [];

    private LedgerHost(TestDatabase database) => this.database = database;

    public Hub Hub { get; private set; } = null!;

    public RunningHost Host { get; private set; } = null!;

    public NpgsqlDataSource Source => database.DataSource;

    /// <param name="hasPartners">Whether only partners may ask.</param>
    /// <param name="settings">Settings of the host.</param>
    public static async Task<LedgerHost> StartAsync(bool hasPartners = false, params (string Name, string Value)[] settings)
    {
        var host = new LedgerHost(await TestDatabase.CreateAsync());
        var text = host.database.ConnectionString;
        var (reading, ledger) = (ReadSource.Connect(text, 8), HubDatabase.ConnectToLedger(text));
        host.Hub = HubFactory.Create(new HubParts(host.Source, HubFixture.FixedKeys, TimeProvider.System, (_, _) => { })
        {
            Reading = reading,
            IncrementalDelivery = true,
            Ledger = new LedgerParts(ledger, LedgerPlace.Open(host.folder.Path)),
        });
        await Samples.FillAsync(host.Source, new Protector(HubFixture.FixedKeys));
        await Wall.RaiseAsync(host.Hub, host.Source, CancellationToken.None);
        host.Hub.Partners.Start();
        var all = settings.ToDictionary(s => s.Name, s => (string?)s.Value);
        if (hasPartners) all["DataHub:Partners:Unregistered"] = "Refuse";
        host.Host = await RunningHost.ServeAsync(host.Hub, text, all, hasPartners: true);
        host.parts.AddRange([host.Host, host.Hub, reading, ledger, host.database]);
        Assert.True(await Partnership.HoldsWithinAsync(TimeSpan.FromSeconds(10), () => host.Hub.Partners.Directory.IsReady && host.Hub.Partners.Quota.IsLoaded));
        return host;
    }

    /// <summary>What is entered, one line each: kind, outcome, code, client, operation, persons, businesses.</summary>
    public async Task<IReadOnlyList<string>> EntriesAsync()
    {
        await using var command = Source.CreateCommand(
            """
            select concat_ws(' ', kind, outcome, coalesce(code, '-'), client, coalesce(operation, '-'), 'p' || array_to_string(persons, ','), 'b' || array_to_string(businesses, ','))
            from audit.entry order by id
            """);
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync()) lines.Add(reader.GetString(0));
        return lines;
    }

    /// <summary>The entries once there are so many; what there is after ten seconds.</summary>
    public async Task<IReadOnlyList<string>> EntriesAsync(int count)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            var entries = await EntriesAsync();
            if (entries.Count >= count) return entries;
            await Task.Delay(50);
        }
        return await EntriesAsync();
    }

    public async Task<object?> RunAsync(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>What a check finds of the chain.</summary>
    public async Task<LedgerFinding> VerifyAsync()
    {
        using var place = LedgerPlace.Open(folder.Path);
        return Assert.Single(await new LedgerVerifier(Source, place).VerifyAsync(place.Host));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var part in parts) await part.DisposeAsync();
        folder.Dispose();
    }
}

using System.Globalization;
using DataHub.Api.CommandLine.SandboxSources;
using DataHub.Feeds.Loading;
using DataHub.Feeds.Sources;
using DataHub.Shared.Secrets;
using DataHub.Testing;
using Npgsql;

namespace DataHub.Api.Tests.Sources;

/// <summary>Invented sources over real sockets, and an empty hub's database to read them into.</summary>
internal sealed class SourceWorld : IAsyncDisposable
{
    /// <summary>What the invented sources hold at their beginning is later than what any has.</summary>
    public static readonly DateTimeOffset Start = new(2026, 11, 22, 3, 0, 0, TimeSpan.Zero);

    private readonly TestDatabase database;
    private readonly List<SourceRunner> runners = [];

    private SourceWorld(TestDatabase database, SandboxServer server)
    {
        (this.database, Server) = (database, server);
        Loader = new FeedLoader(database.DataSource, Protector, Clock);
    }

    public SteppedTime Clock { get; } = new(Start);

    public Protector Protector { get; } = new(HubFixture.FixedKeys);

    public SandboxServer Server { get; }

    public FeedLoader Loader { get; }

    public NpgsqlDataSource DataSource => database.DataSource;

    public string ConnectionString => database.ConnectionString;

    public static async Task<SourceWorld> CreateAsync(int businesses = 120)
    {
        var data = await SandboxData.GenerateAsync(businesses, 7, default);
        return new SourceWorld(await TestDatabase.CreateAsync(), await SandboxServer.StartAsync(data, 0, "Sandbox"));
    }

    public SourceSettings Settings(SourceKind kind) => new()
    {
        Name = kind.ToString().ToLowerInvariant(),
        Kind = kind,
        BaseAddress = new Uri(Server.Address, kind.ToString().ToLowerInvariant()),
        UserKey = kind == SourceKind.Oss ? "sandbox" : null,
        Username = "sandbox",
        Password = "sandbox",
        ClientId = "sandbox",
        ClientSecret = "sandbox",
        PageSize = 10,
    };

    public SourceParts Parts => new(DataSource, Loader, Clock);

    public SourceRunner Runner(SourceKind kind, Action<SourceSettings>? change = null)
    {
        var settings = Settings(kind);
        change?.Invoke(settings);
        var runner = new SourceRunner(settings, Parts);
        runners.Add(runner);
        return runner;
    }

    public Task<SourceRunResult> RunAsync(SourceKind kind, Action<SourceSettings>? change = null) =>
        Runner(kind, change).RunAsync([], default);

    /// <summary>The rows of a query, each as its values joined by |.</summary>
    public async Task<List<string>> RowsAsync(string sql)
    {
        await using var command = DataSource.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            var values = Enumerable.Range(0, reader.FieldCount)
                .Select(i => reader.IsDBNull(i) ? "" : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture));
            rows.Add(string.Join('|', values));
        }
        return rows;
    }

    public async Task<string> ValueAsync(string sql) => (await RowsAsync(sql)).Single();

    public async Task ExecuteAsync(string sql)
    {
        await using var command = DataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Everything that was published, without numbers and times of runs: equal for hubs that were told the same.</summary>
    public async Task<List<string>> EndStateAsync() => await RowsAsync(
        """
        select 'record', feed, source_key, encode(content_hash, 'hex'), damaged::text from feeds.source_record where is_current
        union all select 'loan', nomor_akad, kind, plafon::text, outstanding::text from credit.loan
        union all select 'shop', shop_id, name, product_count::text, rating::text from market.shop
        union all select 'licence', nib, status, issued_on::text, is_current::text from registry.licence
        union all select 'quarantine', feed, column_name, reason, encode(content_hash, 'hex') from feeds.quarantine
        union all select 'cursor', source, position::text, '', '' from feeds.source_cursor
        order by 1, 2, 3, 4, 5
        """);

    public async ValueTask DisposeAsync()
    {
        foreach (var runner in runners) runner.Dispose();
        await Server.DisposeAsync();
        await database.DisposeAsync();
    }
}

using DataHub.Database;
using DataHub.Database.Walls;
using DataHub.Planning;
using DataHub.Shared.Secrets;
using DataHub.Testing;
using Npgsql;

namespace DataHub.Api.Tests.Overload;

/// <summary>The whole hub behind the web server, over the sample rows on a real PostgreSQL.</summary>
internal sealed class ServedSamples : IAsyncDisposable
{
    public const int PoolSize = 2;

    /// <summary>Waits as long as somebody holds the table of products.</summary>
    public const string Slow = "{ business(nib: \"0000000000001\") { products(first: 1) { nodes { name } } } }";

    public const string Fast = "{ business(nib: \"0000000000002\") { name } }";

    private readonly Hub hub;
    private readonly ReadSource connections;

    private ServedSamples(Hub hub, ReadSource connections, NpgsqlDataSource upkeep, RunningHost host) =>
        (this.hub, this.connections, Upkeep, Host) = (hub, connections, upkeep, host);

    public RunningHost Host { get; }

    /// <summary>Connections that are not for requests.</summary>
    public NpgsqlDataSource Upkeep { get; }

    public RequestGate Gate => hub.Gate;

    /// <param name="connectionString">A migrated database without rows.</param>
    /// <param name="settings">How many requests it works for at once; null: <see cref="PoolSize"/>, and one may wait.</param>
    public static async Task<ServedSamples> StartAsync(string connectionString, DatabaseSettings? settings = null)
    {
        settings ??= new DatabaseSettings { PoolSize = PoolSize, MaxWaiting = 1 };
        var upkeep = HubDatabase.Connect(connectionString);
        var connections = ReadSource.Connect(connectionString, settings.PoolSize);
        await Samples.FillAsync(upkeep, new Protector(HubFixture.FixedKeys));
        var hub = HubFactory.Create(new HubParts(upkeep, HubFixture.FixedKeys, TimeProvider.System, (_, _) => { })
        {
            Reading = connections,
            Database = settings,
        });
        await Wall.RaiseAsync(hub, upkeep, CancellationToken.None);
        return new ServedSamples(hub, connections, upkeep, await RunningHost.ServeAsync(hub, connectionString));
    }

    /// <summary>Asks as a client that may read products.</summary>
    public Task<Answer> AskAsync(string query, CancellationToken cancellation = default) => AskAsync(Token(), query, cancellation);

    public async Task<Answer> AskAsync(string token, string query, CancellationToken cancellation = default) =>
        await Answer.OfAsync(await Host.Client.SendAsync(Request(token, query), cancellation));

    public string Token(string client = "partner-sandbox") => Host.Token(client);

    public static HttpRequestMessage Request(string token, string query, string accept = "application/graphql-response+json") =>
        RunningHost.PostAs(token, System.Text.Json.JsonSerializer.Serialize(new { query }), accept);

    /// <summary>No request has, or waits for, a turn.</summary>
    public async Task QuietAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (Gate.InUse + Gate.Waiting > 0) await Task.Delay(5, patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await hub.DisposeAsync();
        await connections.DisposeAsync();
        await Upkeep.DisposeAsync();
    }
}

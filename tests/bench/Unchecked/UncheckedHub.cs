using DataHub.Audit;
using DataHub.Database;
using DataHub.Planning;
using DataHub.Shared.Secrets;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace DataHub.Bench.Unchecked;

/// <summary>A hub that reads as its own user of the database, for whom there is no second wall, and keeps no ledger.</summary>
internal sealed class UncheckedHub : IAsyncDisposable
{
    private readonly NpgsqlDataSource working;
    private readonly ReadSource reading;

    private UncheckedHub(NpgsqlDataSource database, (NpgsqlDataSource Working, ReadSource Reading) requests, Hub hub) =>
        (Database, working, reading, Hub) = (database, requests.Working, requests.Reading, hub);

    public Hub Hub { get; }

    /// <summary>For what is not a request's.</summary>
    public NpgsqlDataSource Database { get; }

    /// <summary>A hub over a database that another one has made and filled.</summary>
    /// <param name="connectionString">The database.</param>
    /// <param name="data">The folder that has the hub's keys.</param>
    /// <param name="log">Receives what goes wrong inside resolvers.</param>
    public static UncheckedHub Open(string connectionString, string data, ILogger log)
    {
        var settings = new DatabaseSettings();
        var database = HubDatabase.Connect(connectionString);
        var working = HubDatabase.Connect(connectionString, pool => HubDatabase.ForRequests(pool, settings.PoolSize));
        var readers = HubDatabase.Connect(connectionString, pool => ForReading(pool, settings.PoolSize));
        var reading = new ReadSource(readers, IsRepeatableRead: true);
        var keys = HubKeys.LoadOrCreate(Path.Combine(data, "keys", "hub.keys"));
        var hub = HubFactory.Create(new HubParts(
            working, keys, TimeProvider.System, (exception, field) => log.LogError(exception, "{Field} failed.", field))
        {
            Upkeep = database,
            Database = settings,
            Reading = reading,
            Ledger = new LedgerParts(database, LedgerPlace.Passing()) { Settings = new LedgerSettings { Enabled = false } },
        });
        return new UncheckedHub(database, (working, reading), hub);
    }

    public async ValueTask DisposeAsync()
    {
        await Hub.DisposeAsync();
        await reading.DisposeAsync();
        await working.DisposeAsync();
        await Database.DisposeAsync();
    }

    // The pool of a kind of consumers, without its role.
    private static void ForReading(NpgsqlConnectionStringBuilder pool, int poolSize)
    {
        HubDatabase.ForRequests(pool, poolSize);
        pool.NoResetOnClose = true;
        pool.Options = "-c max_parallel_workers_per_gather=0 -c default_transaction_isolation=repeatable\\ read "
            + "-c default_transaction_read_only=on";
    }
}

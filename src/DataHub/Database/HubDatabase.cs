using DataHub.Audit;
using DataHub.Database.Embedded;
using Npgsql;

namespace DataHub.Database;

/// <summary>The opened and migrated database, and the built-in server under it when there is one.</summary>
public sealed class HubDatabase : IAsyncDisposable
{
    private const string DefaultName = "datahub";

    private readonly EmbeddedPostgres? server;

    private HubDatabase(EmbeddedPostgres? server, NpgsqlDataSource dataSource, (string ConnectionString, int PoolSize) requests)
    {
        (this.server, DataSource) = (server, dataSource);
        Reading = ReadSource.Connect(requests.ConnectionString, requests.PoolSize);
        Working = Connect(requests.ConnectionString, settings => ForRequests(settings, requests.PoolSize));
        Listening = ConnectToListen(requests.ConnectionString);
        Ledger = ConnectToLedger(requests.ConnectionString);
    }

    /// <summary>For what is not a request's: loads, readiness, tokens, subscribers that come back.</summary>
    public NpgsqlDataSource DataSource { get; }

    /// <summary>The same database, for requests that only read, so many at once as its settings say.</summary>
    public ReadSource Reading { get; }

    /// <summary>The same database, for as many requests that also do something of their own: decide, change.</summary>
    public NpgsqlDataSource Working { get; }

    /// <summary>The same database, for the connections that wait for changes: one for events, one for partners.</summary>
    public NpgsqlDataSource Listening { get; }

    /// <summary>The same database, for the one connection that adds to the ledger, of a role that can do nothing else.</summary>
    public NpgsqlDataSource Ledger { get; }

    /// <summary>
    /// Opens the configured server, or starts (or joins) the built-in one; then brings the tables up to this program.
    /// Throws <see cref="DatabaseSetupException"/> with one line that says what to do.
    /// </summary>
    public static async Task<HubDatabase> OpenAsync(HubDatabaseOptions options, CancellationToken cancellationToken)
    {
        var server = string.IsNullOrWhiteSpace(options.ConnectionString)
            ? await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions { DataDirectory = options.DataDirectory }, cancellationToken)
            : null;
        NpgsqlDataSource? dataSource = null;
        try
        {
            var connectionString = server?.ConnectionString ?? options.ConnectionString!;
            dataSource = Connect(connectionString);
            await Migrator.MigrateAsync(dataSource, cancellationToken);
            return new HubDatabase(server, dataSource, (connectionString, options.Settings.PoolSize));
        }
        catch (Exception exception)
        {
            if (dataSource is not null) await dataSource.DisposeAsync();
            if (server is not null) await server.DisposeAsync();
            if (exception is NpgsqlException and not PostgresException)
                throw new DatabaseSetupException($"The database cannot be reached: {exception.Message}", exception);
            throw;
        }
    }

    /// <summary>The hub's way of talking to a server: a bounded pool, statements prepared once they recur.</summary>
    public static NpgsqlDataSource Connect(string connectionString, Action<NpgsqlConnectionStringBuilder>? change = null)
    {
        try
        {
            var builder = new NpgsqlDataSourceBuilder(connectionString);
            var settings = builder.ConnectionStringBuilder;
            settings.ApplicationName ??= DefaultName;
            settings.MaxAutoPrepare = 200;
            settings.AutoPrepareMinUsages = 2;
            // The built-in server takes 100 connections; a feed load beside a serving hub needs its share. Npgsql's own default is 100.
            if (settings.MaxPoolSize == 100) settings.MaxPoolSize = 40;
            change?.Invoke(settings);
            builder.MapComposite<EntryRow>(EntryRow.TypeName);
            return builder.Build();
        }
        catch (ArgumentException exception)
        {
            throw new DatabaseSetupException($"ConnectionStrings__DataHub cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>
    /// Settings of a pool for requests that pass a <see cref="RequestGate"/> of that size: none of them has to wait for a connection, nor
    /// takes one from anything else.
    /// </summary>
    internal static void ForRequests(NpgsqlConnectionStringBuilder settings, int poolSize)
    {
        if (settings.ApplicationName == DefaultName) settings.ApplicationName = $"{DefaultName} requests";
        // A resolver that was left behind when the time was over may need its connection for a moment longer than its request has its turn.
        settings.MaxPoolSize = poolSize + 2;
        settings.MinPoolSize = Math.Min(settings.MinPoolSize, settings.MaxPoolSize);
        // A request has ten seconds in all. Unless told otherwise Npgsql has 15 seconds to connect, and 2000 milliseconds for the server to
        // answer that a statement was cancelled, after which the connection is given up.
        if (settings.Timeout == 15) settings.Timeout = 3;
        if (settings.CancellationTimeout == 2_000) settings.CancellationTimeout = 500;
    }

    /// <summary>As <see cref="Connect"/>, beside the pool of the requests: they cannot take its connection, nor it one of theirs.</summary>
    public static NpgsqlDataSource ConnectToListen(string connectionString)
    {
        var builder = new NpgsqlDataSourceBuilder(connectionString);
        // Events and partners have one each; the others are for the moment in which a broken connection is being replaced.
        (builder.ConnectionStringBuilder.ApplicationName, builder.ConnectionStringBuilder.MaxPoolSize) = ("datahub changes", 4);
        return builder.Build();
    }

    /// <summary>
    /// For the ledger: what is committed there is on the disk, whatever an operator wrote. Its connection keeps what it prepared and what it
    /// locked as long as it lives.
    /// </summary>
    public static NpgsqlDataSource ConnectToLedger(string connectionString) => Connect(connectionString, settings =>
    {
        (settings.ApplicationName, settings.MinPoolSize, settings.MaxPoolSize) = ("datahub ledger", 0, 2);
        settings.Options = $"{settings.Options} -c role=hub_ledger -c synchronous_commit=on".TrimStart();
        if (settings.Timeout == 15) settings.Timeout = 3;
        (settings.MaxAutoPrepare, settings.Pooling) = (0, false);
    });

    public async ValueTask DisposeAsync()
    {
        await Ledger.DisposeAsync();
        await Listening.DisposeAsync();
        await Working.DisposeAsync();
        await Reading.DisposeAsync();
        await DataSource.DisposeAsync();
        if (server is not null) await server.DisposeAsync();
    }
}

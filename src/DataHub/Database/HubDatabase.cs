using DataHub.Database.Embedded;
using Npgsql;

namespace DataHub.Database;

/// <summary>The opened and migrated database, and the built-in server under it when there is one.</summary>
public sealed class HubDatabase : IAsyncDisposable
{
    private readonly EmbeddedPostgres? server;

    private HubDatabase(EmbeddedPostgres? server, NpgsqlDataSource dataSource, string connectionString) =>
        (this.server, DataSource, Reading, Listening) =
        (server, dataSource, ReadSource.Connect(connectionString), ConnectToListen(connectionString));

    public NpgsqlDataSource DataSource { get; }

    /// <summary>The same database, for requests that only read.</summary>
    public ReadSource Reading { get; }

    /// <summary>The same database, for the one connection that waits for changes.</summary>
    public NpgsqlDataSource Listening { get; }

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
            return new HubDatabase(server, dataSource, connectionString);
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
            settings.ApplicationName ??= "datahub";
            settings.MaxAutoPrepare = 200;
            settings.AutoPrepareMinUsages = 2;
            // The built-in server takes 100 connections; a feed load beside a serving hub needs its share. Npgsql's own default is 100.
            if (settings.MaxPoolSize == 100) settings.MaxPoolSize = 40;
            change?.Invoke(settings);
            return builder.Build();
        }
        catch (ArgumentException exception)
        {
            throw new DatabaseSetupException($"ConnectionStrings__DataHub cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>As <see cref="Connect"/>, beside the pool of the requests: they cannot take its connection, nor it one of theirs.</summary>
    public static NpgsqlDataSource ConnectToListen(string connectionString)
    {
        var builder = new NpgsqlDataSourceBuilder(connectionString);
        // The second one is for the moment in which a broken connection is being replaced.
        (builder.ConnectionStringBuilder.ApplicationName, builder.ConnectionStringBuilder.MaxPoolSize) = ("datahub changes", 2);
        return builder.Build();
    }

    public async ValueTask DisposeAsync()
    {
        await Listening.DisposeAsync();
        await Reading.DataSource.DisposeAsync();
        await DataSource.DisposeAsync();
        if (server is not null) await server.DisposeAsync();
    }
}

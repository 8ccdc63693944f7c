using Npgsql;

namespace DataHub.Database;

/// <summary>Where requests read from.</summary>
/// <param name="DataSource">The pool of connections.</param>
/// <param name="IsRepeatableRead">
/// True when its connections are READ ONLY and REPEATABLE READ unless told otherwise, so that statements sent together see one moment.
/// </param>
public sealed record ReadSource(NpgsqlDataSource DataSource, bool IsRepeatableRead)
{
    // A scan by several processes is sooner done, but costs more in all, and each of them is one that another request does not have.
    private const string ForRequests = "-c max_parallel_workers_per_gather=0";

    // What requests rely on, whatever an operator wrote.
    private const string OneMoment = "-c default_transaction_isolation=repeatable\\ read -c default_transaction_read_only=on";

    /// <summary>Connections that lie ready; null when others use the pool as well, and leave them in another state.</summary>
    public KeptConnections? Kept { get; } = IsRepeatableRead ? new KeptConnections(DataSource, TimeProvider.System) : null;

    /// <summary>A connection to read with, to be given back by <see cref="GiveBackAsync"/>.</summary>
    public ValueTask<ReadConnection> TakeAsync(CancellationToken cancellation) => Kept?.TakeAsync(cancellation) ?? OpenAsync(cancellation);

    /// <summary>Takes a connection back.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="isClean">True when no transaction is open on it and nothing failed.</param>
    public ValueTask GiveBackAsync(ReadConnection connection, bool isClean) =>
        isClean && Kept is not null ? Kept.GiveBackAsync(connection) : connection.DisposeAsync();

    private async ValueTask<ReadConnection> OpenAsync(CancellationToken cancellation) =>
        new(await DataSource.OpenConnectionAsync(cancellation));

    /// <summary>
    /// A pool for requests alone. They change nothing of a connection's state, so nothing has to be put back when another one takes it:
    /// Npgsql would send seven statements for that with each request.
    /// </summary>
    /// <param name="connectionString">The server and the database.</param>
    /// <param name="poolSize">Requests at once, see <see cref="DatabaseSettings.PoolSize"/>.</param>
    public static ReadSource Connect(string connectionString, int poolSize)
    {
        var source = HubDatabase.Connect(connectionString, settings =>
        {
            HubDatabase.ForRequests(settings, poolSize);
            settings.NoResetOnClose = true;
            // PostgreSQL takes the last word on a setting: an operator may have another one on workers.
            settings.Options = $"{ForRequests} {settings.Options} {OneMoment}";
        });
        return new ReadSource(source, IsRepeatableRead: true);
    }
}

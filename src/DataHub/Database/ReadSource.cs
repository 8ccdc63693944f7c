using DataHub.Access;
using Npgsql;

namespace DataHub.Database;

/// <summary>Where requests read from.</summary>
/// <param name="DataSource">The pool of connections.</param>
/// <param name="IsRepeatableRead">
/// True when its connections are READ ONLY and REPEATABLE READ unless told otherwise, so that statements sent together see one moment.
/// </param>
public sealed record ReadSource(NpgsqlDataSource DataSource, bool IsRepeatableRead) : IAsyncDisposable
{
    // A scan by several processes is sooner done, but costs more in all, and each of them is one that another request does not have.
    private const string ForRequests = "-c max_parallel_workers_per_gather=0";

    // What requests rely on, whatever an operator wrote.
    private const string OneMoment = "-c default_transaction_isolation=repeatable\\ read -c default_transaction_read_only=on";

    private readonly ReadSource[] byKind = [];

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
    /// Another pool with the same rights, for resolvers that read by themselves: the request may hold a connection of <see cref="DataSource"/>
    /// meanwhile, and two requests that each wait for the other's would wait for ever.
    /// </summary>
    public NpgsqlDataSource Beside { get; private init; } = DataSource;

    /// <summary>True when its connections have the role of a kind of consumers; false: they may do all that the hub's user may.</summary>
    public bool HasRole { get; private init; }

    /// <summary>
    /// Pools for requests alone, one for each kind of consumer, whose connections have the role of the kind from their start. Requests change
    /// nothing of a connection's state, so nothing has to be put back when another one takes it: Npgsql would send seven statements for
    /// that with each request.
    /// </summary>
    /// <param name="connectionString">The server and the database.</param>
    /// <param name="poolSize">Requests at once, see <see cref="DatabaseSettings.PoolSize"/>.</param>
    public static ReadSource Connect(string connectionString, int poolSize)
    {
        var kinds = ConsumerKinds.All.OrderBy(kind => kind.Kind).Select(kind => Connect(connectionString, poolSize, kind)).ToArray();
        return new ReadSource(kinds);
    }

    private ReadSource(ReadSource[] byKind)
        : this(byKind[(int)ConsumerKind.Steward].DataSource, IsRepeatableRead: true) =>
        (this.byKind, Beside) = (byKind, byKind[(int)ConsumerKind.Steward].Beside);

    /// <summary>Where requests of a kind of consumers read; one source for all when there is no second wall (tests of the planner alone).</summary>
    public ReadSource For(ConsumerKind kind) => byKind.Length == 0 ? this : byKind[(int)kind];

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var kind in byKind) await kind.DisposeAsync();
        if (Kept is not null) await Kept.DisposeAsync();
        await DataSource.DisposeAsync();
        await Beside.DisposeAsync();
    }

    private static ReadSource Connect(string connectionString, int poolSize, ConsumerKinds kind) =>
        new(Pool(connectionString, poolSize, kind), IsRepeatableRead: true)
        {
            Beside = Pool(connectionString, poolSize, kind),
            HasRole = true,
        };

    private static NpgsqlDataSource Pool(string connectionString, int poolSize, ConsumerKinds kind) => HubDatabase.Connect(connectionString, settings =>
    {
        HubDatabase.ForRequests(settings, poolSize);
        settings.NoResetOnClose = true;
        // The gate lets in so many requests at once, of whatever kind: what a kind does not need any more is another's soon.
        settings.ConnectionIdleLifetime = Math.Min(settings.ConnectionIdleLifetime, IdleSeconds);
        settings.ConnectionPruningInterval = Math.Min(settings.ConnectionPruningInterval, IdleSeconds / 2);
        // PostgreSQL takes the last word on a setting: an operator may have another one on workers. A role named here is the one that RESET ROLE
        // goes back to.
        settings.Options = $"{ForRequests} {settings.Options} {OneMoment} -c role={kind.Role}";
    });

    private const int IdleSeconds = 20;
}

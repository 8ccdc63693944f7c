namespace DataHub.Database.Embedded;

/// <summary>
/// A private PostgreSQL server in a data folder. Several processes may use one folder at a time: the first starts the server, the last one
/// stops it. A server that dies meanwhile is started again within seconds. A server that a killed process left behind is joined by the next one, which then stops it at its end.
/// </summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    // Twice in a row, so that a restart by hand is not taken for a death.
    private const int DeadAfter = 2;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly ClusterPlace place;
    private readonly PostgresCluster cluster;
    private readonly CancellationTokenSource leaving = new();
    private Task watching = Task.CompletedTask;
    private FileLock? use;

    private EmbeddedPostgres(ClusterPlace place, PostgresCluster cluster, FileLock use) => (this.place, this.cluster, this.use) = (place, cluster, use);

    /// <summary>Reaches the hub's database. No password: only the same user of the machine (and root) is let in.</summary>
    public string ConnectionString => cluster.ConnectionString(ClusterSettings.Name, pooling: true);

    /// <summary>PostgreSQL's own data directory.</summary>
    public string ClusterDirectory => place.Cluster;

    /// <summary>
    /// Starts the server of a data folder, or joins the one that runs; makes cluster and database on first use.
    /// Throws <see cref="DatabaseSetupException"/> with one line that says what to do.
    /// </summary>
    public static async Task<EmbeddedPostgres> StartAsync(EmbeddedPostgresOptions options, CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsWindows())
            throw new DatabaseSetupException("The built-in PostgreSQL needs Linux or macOS: set ConnectionStrings__DataHub to a server.");
        var account = await ClusterAccount.FindAsync(cancellationToken);
        var place = await ClusterPlace.PrepareAsync(options, account, cancellationToken);
        using var gate = await FileLock.ExclusiveAsync(place.Gate, cancellationToken);
        var data = Path.GetFullPath(options.DataDirectory);
        var binaries = await PostgresBinaries.FindAsync(data, PostgresCluster.MajorOf(place), cancellationToken);
        var cluster = new PostgresCluster(place, account, binaries);
        await DataFolderMark.CheckAsync(data, place, cluster);
        var use = await FileLock.SharedAsync(place.Users, cancellationToken);
        try
        {
            await cluster.CreateIfMissingAsync(options.Durable, cancellationToken);
            await cluster.EnsureRunningAsync(options.Durable, cancellationToken);
            await cluster.CreateDatabaseAsync(cancellationToken);
            var server = new EmbeddedPostgres(place, cluster, use);
            server.watching = server.WatchAsync(options.Durable);
            return server;
        }
        catch
        {
            use.Dispose();
            await StopIfUnusedAsync(place, cluster);
            throw;
        }
    }

    /// <summary>Leaves the server; stops it when no one else uses it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref use, null) is not { } held) return;
        await leaving.CancelAsync();
        await watching;
        leaving.Dispose();
        using var gate = await FileLock.ExclusiveAsync(place.Gate, CancellationToken.None);
        held.Dispose();
        await StopIfUnusedAsync(place, cluster);
    }

    private async Task WatchAsync(bool durable)
    {
        var missed = 0;
        try
        {
            while (true)
            {
                await Task.Delay(Pause, leaving.Token);
                missed = ServerProcess.Of(place) is null ? missed + 1 : 0;
                if (missed >= DeadAfter) await StartAgainAsync(durable);
            }
        }
        catch (OperationCanceledException) when (leaving.IsCancellationRequested)
        {
            // The server is left.
        }
    }

    private async Task StartAgainAsync(bool durable)
    {
        using var gate = await FileLock.ExclusiveAsync(place.Gate, leaving.Token);
        try
        {
            await cluster.EnsureRunningAsync(durable, leaving.Token);
        }
        catch (DatabaseSetupException)
        {
            // Backends of the dead server may hold its memory for a moment: the next turn tries again, and until then every request is told
            // that the data is away.
        }
    }

    private static async Task StopIfUnusedAsync(ClusterPlace place, PostgresCluster cluster)
    {
        using var alone = FileLock.TryExclusive(place.Users);
        if (alone is null) return;
        await cluster.StopAsync("fast", CancellationToken.None);
        place.RemoveSocketFolder();
    }
}

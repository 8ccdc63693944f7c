using System.Threading.Channels;
using Npgsql;

namespace DataHub.Bench.Floor;

/// <summary>A fixed number of sessions; who finds none waits.</summary>
internal sealed class SessionPool : IAsyncDisposable
{
    private readonly Channel<Session> free = Channel.CreateUnbounded<Session>();
    private readonly Session[] all;

    public SessionPool(string connectionString, int size)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            Pooling = false,
            MaxAutoPrepare = 0,
            ApplicationName = "floor",
            // Each of the statements here was measured to be best with a plan for all values; one with a parameter in LIMIT would not be.
            // A scan by several processes is sooner done, but costs more in all.
            Options = "-c default_transaction_isolation=repeatable\\ read -c max_parallel_workers_per_gather=0 "
                + "-c plan_cache_mode=force_generic_plan",
        };
        all = [.. Enumerable.Range(0, size).Select(_ => new Session(settings.ConnectionString))];
        foreach (var session in all) Return(session);
    }

    public ValueTask<Session> TakeAsync(CancellationToken cancellation) => free.Reader.ReadAsync(cancellation);

    public void Return(Session session) => free.Writer.TryWrite(session);

    public async ValueTask DisposeAsync()
    {
        foreach (var session in all) await session.DisposeAsync();
    }
}

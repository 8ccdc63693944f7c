using Npgsql;

namespace DataHub.Credit.Regulations;

/// <summary>
/// The regulations as the database has them, kept for at most 30 seconds: a change by another host or by SQL is seen no later than that,
/// a change through this host at once. Safe for use by many threads.
/// </summary>
public sealed class KurRegulationsStore(NpgsqlDataSource source, TimeProvider time) : IDisposable
{
    /// <summary>How long a snapshot is used before the tables are read again.</summary>
    public static readonly TimeSpan Age = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim loading = new(1, 1);
    private Snapshot? snapshot;

    /// <summary>The snapshot in force. Throws what the database throws when it has to be read and cannot.</summary>
    public async ValueTask<KurRegulations> GetAsync(CancellationToken cancellation = default)
    {
        if (Fresh() is { } held) return held;
        await loading.WaitAsync(cancellation);
        try
        {
            if (Fresh() is { } loaded) return loaded;
            var readAt = time.GetTimestamp();
            var regulations = await KurRegulationsLoader.LoadAsync(source, cancellation);
            Volatile.Write(ref snapshot, new Snapshot(regulations, readAt));
            return regulations;
        }
        finally
        {
            loading.Release();
        }
    }

    /// <summary>The next decision reads the tables again; waits for a reading under way, which may be older than the change.</summary>
    public async Task ForgetAsync(CancellationToken cancellation = default)
    {
        await loading.WaitAsync(cancellation);
        try
        {
            Volatile.Write(ref snapshot, null);
        }
        finally
        {
            loading.Release();
        }
    }

    public void Dispose() => loading.Dispose();

    private KurRegulations? Fresh() =>
        Volatile.Read(ref snapshot) is { } held && time.GetElapsedTime(held.ReadAt) < Age ? held.Regulations : null;

    private sealed record Snapshot(KurRegulations Regulations, long ReadAt);
}

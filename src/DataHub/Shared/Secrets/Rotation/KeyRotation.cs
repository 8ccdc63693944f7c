using Npgsql;

namespace DataHub.Shared.Secrets.Rotation;

/// <summary>
/// Exchanges keys while hubs run: adds a key, rewrites what the former one made, and destroys the former one. Killed at any point it is
/// gone on with by the next run. Queries are answered the whole time; loads of feeds wait.
/// </summary>
public sealed class KeyRotation(NpgsqlDataSource database, HubKeys keys, TimeProvider time, KeyRotationSettings settings)
{
    private readonly Protector protector = new(keys);

    /// <summary>
    /// Exchanges the keys of the uses named; of a use whose exchange was broken off, goes on with it and adds none. Throws
    /// <see cref="KeyRotationException"/> when another one is under way, or running hubs do not learn of the new key.
    /// </summary>
    public async Task<KeyRotationResult> RotateAsync(
        IReadOnlyCollection<KeyUse> uses, IProgress<KeyRotationProgress>? progress, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        if (!await KeyLock.TakeAsync(connection, cancellation)) throw new KeyRotationException("another exchange of keys is under way");
        try
        {
            keys.Refresh();
            List<SecretKey> added = [.. uses.Distinct().Where(use => SetOf(use).InUse.Count == 1).Select(use => keys.Add(use, time.GetUtcNow()))];
            await AwaitHoldersAsync(cancellation);
            await RewriteAsync(connection, progress, cancellation);
            await Task.Delay(settings.Grace, time, cancellation);
            var (retired, kept) = await RetireAsync(cancellation);
            return new KeyRotationResult(added, retired, kept);
        }
        finally
        {
            if (connection.FullState == System.Data.ConnectionState.Open) await KeyLock.ReleaseAsync(connection);
        }
    }

    private KeySet SetOf(KeyUse use) => use == KeyUse.Hash ? keys.Hash : keys.Encryption;

    private async Task AwaitHoldersAsync(CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        while (await KeyHolders.BehindAsync(database, keys, cancellation) is var behind and > 0)
        {
            if (time.GetElapsedTime(began) > settings.HolderTime)
            {
                throw new KeyRotationException(
                    $"{behind} running hubs do not know the new key; give them the key file, then run the command again");
            }
            await Task.Delay(TimeSpan.FromMilliseconds(250), time, cancellation);
        }
    }

    private async Task RewriteAsync(NpgsqlConnection connection, IProgress<KeyRotationProgress>? progress, CancellationToken cancellation)
    {
        var records = new RecordKeyRewrite(protector, Wib.DateOf(time.GetUtcNow()));
        await RunAsync(RecordKeyRewrite.Table, records.RemainingAsync, records.NextAsync);
        foreach (var table in SecretColumn.All.Select(column => column.Table).Distinct().Where(table => table != RecordKeyRewrite.Table))
        {
            var rewrite = new TableRewrite(table, protector);
            await RunAsync(table, rewrite.RemainingAsync, rewrite.NextAsync);
        }

        async Task RunAsync(
            string table, Func<NpgsqlConnection, CancellationToken, Task<long>> remaining, Func<NpgsqlConnection, int, CancellationToken, Task<int?>> next)
        {
            var (done, left) = (0L, await remaining(connection, cancellation));
            progress?.Report(new KeyRotationProgress(table, done, left));
            while (await next(connection, settings.BatchRows, cancellation) is { } rows)
            {
                (done, left) = (done + rows, left - rows);
                progress?.Report(new KeyRotationProgress(table, done, left));
            }
        }
    }

    private async Task<(List<SecretKey> Retired, List<(SecretKey, long)> Kept)> RetireAsync(CancellationToken cancellation)
    {
        var (retired, kept) = (new List<SecretKey>(), new List<(SecretKey, long)>());
        foreach (var key in keys.Hash.InUse.Skip(1).Concat(keys.Encryption.InUse.Skip(1)).ToList())
        {
            if (await KeyUsage.CountAsync(database, key, cancellation) is var values and > 0)
            {
                kept.Add((key, values));
                continue;
            }
            keys.Retire(key.Use, key.Number, time.GetUtcNow());
            retired.Add(key);
        }
        return (retired, kept);
    }
}

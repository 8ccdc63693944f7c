using System.Text.Json;
using Npgsql;

namespace DataHub.Shared.Secrets.Rotation;

/// <summary>Keeps a running hub's keys those of the file, and tells the database which it can use.</summary>
public sealed class KeyWatch : IAsyncDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    // Of ten looks at the file one is told of though nothing changed: a hub that says nothing for thirty seconds is taken for gone.
    private const int LooksBetweenWords = 10;

    private readonly CancellationTokenSource stop = new();
    private readonly Guid holder;
    private readonly NpgsqlDataSource database;
    private readonly HubKeys keys;
    private readonly Action<Exception> onError;
    private readonly Task running;

    private KeyWatch(Guid holder, NpgsqlDataSource database, HubKeys keys, (TimeProvider Time, Action<Exception> OnError) parts)
    {
        (this.holder, this.database, this.keys, onError) = (holder, database, keys, parts.OnError);
        running = Task.Run(() => RunAsync(parts.Time));
    }

    /// <summary>Enters the hub as a holder of its keys, and watches from then on. What goes wrong later is told and tried again.</summary>
    public static async Task<KeyWatch> StartAsync(
        NpgsqlDataSource database, HubKeys keys, TimeProvider time, Action<Exception> onError, CancellationToken cancellation)
    {
        var holder = Guid.NewGuid();
        await KeyHolders.TellAsync(database, holder, keys, cancellation);
        return new KeyWatch(holder, database, keys, (time, onError));
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running;
        try
        {
            await KeyHolders.LeaveAsync(database, holder, CancellationToken.None);
        }
        catch (NpgsqlException exception)
        {
            // A hub that ends without a word is taken for gone after half a minute.
            onError(exception);
        }
        stop.Dispose();
    }

    private async Task RunAsync(TimeProvider time)
    {
        using var timer = new PeriodicTimer(Period, time);
        var looks = 0;
        try
        {
            while (await timer.WaitForNextTickAsync(stop.Token))
            {
                try
                {
                    if (!keys.Refresh() && ++looks % LooksBetweenWords != 0) continue;
                    await KeyHolders.TellAsync(database, holder, keys, stop.Token);
                }
                catch (Exception exception) when (exception is NpgsqlException or IOException or JsonException or InvalidDataException)
                {
                    // The word is due again with the next look.
                    looks = LooksBetweenWords - 1;
                    onError(exception);
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }
    }
}

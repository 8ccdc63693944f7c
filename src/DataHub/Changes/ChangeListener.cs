using System.Diagnostics;
using DataHub.Database;
using Npgsql;

namespace DataHub.Changes;

/// <summary>
/// The host's one connection that waits for changes. The notification only wakes it, the outbox tells what happened: a notification
/// that is lost with its connection costs time, no event.
/// </summary>
internal sealed class ChangeListener(
    NpgsqlDataSource dataSource, ChangeSettings settings, ChangeSubscribers subscribers, Action<Exception> onFailure)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    private bool hasStarted;

    /// <summary>Done when events from then on reach subscribers; failed when the database could not be reached at once.</summary>
    public TaskCompletionSource Ready { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Listens until cancelled; comes back after any failure once the first connection stood.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        var pause = FirstPause;
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(() => pause = FirstPause, cancel);
            }
            catch (Exception) when (cancel.IsCancellationRequested)
            {
                break;
            }
            catch (Exception failure)
            {
                if (!hasStarted)
                {
                    Ready.TrySetException(DatabaseUnavailableException.Translate(failure));
                    return;
                }
                // Told once an outage: the first failure comes with the shortest pause.
                if (pause == FirstPause) onFailure(failure);
                ChangeMetrics.Reconnects.Add(1);
                await Task.Delay(pause, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                pause = pause + pause < LongestPause ? pause + pause : LongestPause;
            }
        }
        Ready.TrySetException(ChangeErrors.Stopped());
    }

    private async Task ListenAsync(Action onConnected, CancellationToken cancel)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancel);
        var isCalled = false;
        connection.Notification += (_, _) => isCalled = true;
        await using (var listen = new NpgsqlCommand("listen datahub_changes", connection)) await listen.ExecuteNonQueryAsync(cancel);
        await BeginAsync(connection, cancel);
        onConnected();
        Ready.TrySetResult();
        var renewed = Stopwatch.GetTimestamp();
        while (true)
        {
            isCalled = false;
            await HandOnAsync(connection, cancel);
            if (Stopwatch.GetElapsedTime(renewed) >= settings.PruneTime)
            {
                await RenewAsync(connection, cancel);
                renewed = Stopwatch.GetTimestamp();
            }
            // A call that came together with the answer to a statement is not waited for again. Without any, the statement that follows
            // finds out whether the connection still lives.
            if (!isCalled) await connection.WaitAsync(settings.PollTime, cancel);
        }
    }

    private async Task BeginAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        var last = await RenewAsync(connection, cancel);
        // A database put back from a backup, or a replica that had not received everything, tells another history from here on.
        if (!hasStarted) subscribers.SkipTo(last, null);
        else if (last < subscribers.Last) subscribers.SkipTo(last, ChangeErrors.Expired());
        hasStarted = true;
    }

    private async Task<long> RenewAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await Outbox.PruneAsync(connection, settings.KeepFor, cancel);
        // One renewal may come late.
        return await Outbox.AwaitAsync(connection, settings.KeepFor + (2 * settings.PruneTime), cancel);
    }

    private async Task HandOnAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        ChangeBatch batch;
        do
        {
            batch = await Outbox.AfterAsync(connection, subscribers.Last, cancel);
            // Events went away unread: this host was cut off for longer than they are kept.
            if (batch.Horizon > subscribers.Last) subscribers.SkipTo(batch.Horizon, ChangeErrors.Expired());
            subscribers.Publish(batch.Changes);
            ChangeMetrics.Events.Add(batch.Changes.Count);
        }
        while (!batch.IsWhole);
    }
}

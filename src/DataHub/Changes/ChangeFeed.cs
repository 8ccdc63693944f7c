using System.Runtime.CompilerServices;
using DataHub.Database;
using DataHub.GraphQL.Errors;
using Npgsql;

namespace DataHub.Changes;

/// <summary>
/// The changes of the hub as this host's subscribers get them: from a place in the past when they name one, then as they happen, without
/// gap or repetition. Listens from the first subscriber on, over one connection for all of them.
/// </summary>
public sealed class ChangeFeed : IAsyncDisposable
{
    // Subscribers that all come back at once are not to take every connection from what else needs one.
    private const int MaxReplays = 4;

    private readonly SemaphoreSlim replays = new(MaxReplays, MaxReplays);
    private readonly CancellationTokenSource stop = new();
    private readonly ChangeSubscribers subscribers = new();
    private readonly Lock gate = new();
    private readonly NpgsqlDataSource dataSource;
    private readonly NpgsqlDataSource listening;
    private readonly ChangeSettings settings;
    private readonly Action<Exception> onFailure;
    private ChangeListener? listener;
    private Task running = Task.CompletedTask;
    private bool isDisposed;

    /// <param name="dataSource">For replays: connections that are taken and given back.</param>
    /// <param name="listening">For the one connection that stays.</param>
    /// <param name="settings">Times and sizes.</param>
    /// <param name="onFailure">Receives why the listening connection was lost; for the log.</param>
    public ChangeFeed(NpgsqlDataSource dataSource, NpgsqlDataSource listening, ChangeSettings settings, Action<Exception> onFailure) =>
        (this.dataSource, this.listening, this.settings, this.onFailure) = (dataSource, listening, settings, onFailure);

    /// <summary>Subscribers connected now.</summary>
    public int Subscribers => subscribers.Count;

    /// <summary>
    /// The events of a subject after a position; null: from now on. Once this has returned, nothing that commits is missed. Throws
    /// <see cref="GraphQLException"/> with a code of <see cref="ChangeErrors"/>, as the stream does when it cannot go on.
    /// <paramref name="cancel"/> ends the subscription too.
    /// </summary>
    public async Task<ChangeStream> SubscribeAsync(ChangeSubject subject, long? after, CancellationToken cancel)
    {
        var subscription = new ChangeSubscription(subject, settings.QueueLength);
        var isKept = false;
        try
        {
            await ReadyAsync(cancel);
            var joined = subscribers.Add(subscription);
            var (horizon, last) = await AskAsync(connection => Outbox.RangeAsync(connection, cancel), cancel);
            if (after is { } place && (place < horizon || place > last)) throw ChangeErrors.Expired();
            isKept = true;
            // A stream that is given up before anybody reads it leaves as well.
            var givenUp = cancel.UnsafeRegister(_ => subscribers.Remove(subscription), null);
            return new ChangeStream(after ?? last, token => EventsAsync(subscription, (after ?? last, joined), token), () =>
            {
                givenUp.Dispose();
                subscribers.Remove(subscription);
            });
        }
        finally
        {
            if (!isKept) subscribers.Remove(subscription);
        }
    }

    /// <summary>Ends all streams with <see cref="ChangeErrors.Stopping"/>, and the listening. Further subscribers are refused.</summary>
    public void Stop()
    {
        subscribers.Close(ChangeErrors.Stopped());
        stop.Cancel();
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref isDisposed, true)) return;
        Stop();
        Task last;
        lock (gate) last = running;
        await last;
        stop.Dispose();
    }

    /// <summary>Asks the database on a connection taken for it; that it is away is said as the streams say it.</summary>
    internal Task<T> AskAsync<T>(Func<NpgsqlConnection, Task<T>> ask, CancellationToken cancel) => AskAsync(dataSource, ask, cancel);

    /// <summary>The same on a connection of another pool.</summary>
    internal async Task<T> AskAsync<T>(NpgsqlDataSource source, Func<NpgsqlConnection, Task<T>> ask, CancellationToken cancel)
    {
        await replays.WaitAsync(cancel);
        try
        {
            return await SecondTry.ReadAsync(async () =>
            {
                await using var connection = await source.OpenConnectionAsync(cancel);
                return await ask(connection);
            });
        }
        catch (Exception exception) when (!cancel.IsCancellationRequested && DatabaseUnavailableException.Translate(exception) is DatabaseUnavailableException outage)
        {
            throw ChangeErrors.Away(outage);
        }
        finally
        {
            replays.Release();
        }
    }

    private async Task ReadyAsync(CancellationToken cancel)
    {
        ChangeListener current;
        lock (gate)
        {
            if (listener is null || (running.IsCompleted && !stop.IsCancellationRequested))
            {
                listener = new ChangeListener(listening, settings, subscribers, onFailure);
                running = Task.Run(() => listener.RunAsync(stop.Token), CancellationToken.None);
            }
            current = listener;
        }
        try
        {
            await current.Ready.Task.WaitAsync(cancel);
        }
        catch (DatabaseUnavailableException failure)
        {
            throw ChangeErrors.Away(failure);
        }
    }

    private async IAsyncEnumerable<Change> EventsAsync(
        ChangeSubscription subscription, (long After, long Joined) place, [EnumeratorCancellation] CancellationToken cancel)
    {
        var after = place.After;
        while (after < place.Joined)
        {
            var range = (after, place.Joined);
            var batch = await AskAsync(connection => Outbox.BetweenAsync(connection, subscription.Subject, range, cancel), cancel);
            if (batch.Horizon > after) throw ChangeErrors.Expired();
            foreach (var change in batch.Changes.Where(subscription.Subject.Wants)) yield return change;
            after = batch.IsWhole ? place.Joined : batch.Changes[^1].Position;
        }
        await foreach (var change in subscription.ReadAsync(cancel))
            if (change.Position > place.After) yield return change;
    }
}

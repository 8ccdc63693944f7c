using DataHub.Api.Subscriptions;

namespace DataHub.Api.WebSockets;

/// <summary>The clocks of one socket: for its initialisation, its token, and the silence of its client.</summary>
internal sealed class SocketWatch(OutgoingQueue outgoing, SubscriptionSettings settings, TimeProvider clock)
{
    private readonly TaskCompletionSource<(DateTimeOffset Until, Func<CancellationToken, Task> Standing)> acknowledged = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long lastHeard = clock.GetTimestamp();

    /// <summary>A whole message came.</summary>
    public void Heard() => Volatile.Write(ref lastHeard, clock.GetTimestamp());

    /// <summary>The client said who it is.</summary>
    /// <param name="until">When its token expires.</param>
    /// <param name="standing">Fails when it may not stay any longer.</param>
    public void Acknowledged(DateTimeOffset until, Func<CancellationToken, Task> standing) => acknowledged.TrySetResult((until, standing));

    /// <summary>Throws <see cref="SocketClosedException"/> when a time is over.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        (DateTimeOffset Until, Func<CancellationToken, Task> Standing) client;
        try
        {
            client = await acknowledged.Task.WaitAsync(settings.InitTime, clock, stopping);
        }
        catch (TimeoutException)
        {
            throw SocketClose.InitTimeout.AsException();
        }
        await await Task.WhenAny(ExpireAsync(client.Until, stopping), client.Standing(stopping), PingAsync(stopping));
    }

    private async Task ExpireAsync(DateTimeOffset until, CancellationToken stopping)
    {
        // Timers may fire a little early.
        while (until - clock.GetUtcNow() is { Ticks: > 0 } left) await Task.Delay(left + TimeSpan.FromMilliseconds(1), clock, stopping);
        throw SocketClose.Expired.AsException();
    }

    private async Task PingAsync(CancellationToken stopping)
    {
        while (true)
        {
            var silence = clock.GetElapsedTime(Volatile.Read(ref lastHeard));
            if (silence < settings.PingInterval)
            {
                await Task.Delay(settings.PingInterval - silence, clock, stopping);
                continue;
            }
            var asked = clock.GetTimestamp();
            await outgoing.AddAsync(ServerMessages.Ping, stopping);
            await Task.Delay(settings.PongTime, clock, stopping);
            if (Volatile.Read(ref lastHeard) < asked) throw SocketClose.Gone.AsException();
        }
    }
}

using DataHub.Api.Hosting;

namespace DataHub.Api.Subscriptions;

/// <summary>Limits on sockets and event streams. Section <c>DataHub:Subscriptions</c>.</summary>
public sealed record SubscriptionSettings
{
    private static readonly TimeSpan LongestInitTime = TimeSpan.FromSeconds(15);

    /// <summary>From the opening of a socket to its acknowledged <c>connection_init</c>; at most 15 seconds.</summary>
    public TimeSpan InitTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>A socket whose client was silent for so long is pinged; an event stream gets a comment as often.</summary>
    public TimeSpan PingInterval { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a pinged client may stay silent before its socket is closed.</summary>
    public TimeSpan PongTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a client may leave unread what waits for it, once the room for that is full.</summary>
    public TimeSpan SlowClientTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Operations that may run on one socket at once.</summary>
    public int MaxOperations { get; init; } = 100;

    /// <summary>Longest message of a client in bytes.</summary>
    public int MaxMessageBytes { get; init; } = 1_000_000;

    /// <summary>Messages that may wait for one socket's client to read them.</summary>
    public int MaxWaitingMessages { get; init; } = 100;

    /// <summary>Bytes that may wait for one socket's client; a single message may be larger.</summary>
    public int MaxWaitingBytes { get; init; } = 1_000_000;

    /// <summary>Sockets and event streams that one caller may hold: one subject of one client.</summary>
    public int MaxPerCaller { get; init; } = 50;

    /// <summary>Sockets and event streams of all callers together, those included that have not said who they are.</summary>
    public int MaxConnections { get; init; } = 2_000;

    /// <summary>Throws <see cref="StartRefusedException"/> when a value cannot be meant.</summary>
    public static SubscriptionSettings From(IConfiguration configuration)
    {
        var settings = configuration.Read<SubscriptionSettings>("DataHub:Subscriptions");
        var initTime = settings.InitTime;
        Check(initTime > TimeSpan.Zero && initTime <= LongestInitTime, "InitTime must be above 0 and at most 15 seconds.");
        foreach (var (name, time) in new[]
        {
            (nameof(PingInterval), settings.PingInterval), (nameof(PongTime), settings.PongTime),
            (nameof(SlowClientTime), settings.SlowClientTime),
        })
            Check(time > TimeSpan.Zero && time <= TimeSpan.FromHours(1), $"{name} must be above 0 and at most an hour.");
        foreach (var (name, number) in new[]
        {
            (nameof(MaxOperations), settings.MaxOperations), (nameof(MaxMessageBytes), settings.MaxMessageBytes),
            (nameof(MaxWaitingMessages), settings.MaxWaitingMessages), (nameof(MaxWaitingBytes), settings.MaxWaitingBytes),
            (nameof(MaxPerCaller), settings.MaxPerCaller), (nameof(MaxConnections), settings.MaxConnections),
        })
            Check(number > 0, $"{name} must be above 0.");
        return settings;
    }

    private static void Check(bool holds, string fault)
    {
        if (!holds) throw new StartRefusedException($"DataHub:Subscriptions:{fault}");
    }
}

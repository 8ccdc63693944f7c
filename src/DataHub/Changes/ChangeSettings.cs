namespace DataHub.Changes;

/// <summary>How changes are told to subscribers. Section <c>DataHub:Changes</c>.</summary>
public sealed record ChangeSettings
{
    /// <summary>How long events are kept for those who come back with a cursor; an older cursor is refused.</summary>
    public TimeSpan KeepFor { get; init; } = TimeSpan.FromDays(7);

    /// <summary>
    /// How often the database is asked without having called: finds a connection that died without a word, and what a pooler between
    /// hub and database did not pass on.
    /// </summary>
    public TimeSpan PollTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Events that wait for one subscriber at most; one that falls behind further is ended.</summary>
    public int QueueLength { get; init; } = 1_000;

    /// <summary>How often events that are too old are removed, and what hosts await is renewed.</summary>
    public TimeSpan PruneTime { get; init; } = TimeSpan.FromHours(1);
}

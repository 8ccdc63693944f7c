namespace DataHub.Database;

/// <summary>How many requests the database works for at once, and what becomes of the others. Section <c>DataHub:Database</c>.</summary>
public sealed record DatabaseSettings
{
    /// <summary>
    /// Requests at once, each with a connection. About two for each core of the database's machine; with more of them all take longer.
    /// The default goes by the cores of this machine, where the built-in database runs.
    /// </summary>
    public int PoolSize { get; init; } = Math.Max(4, 2 * Environment.ProcessorCount);

    /// <summary>Requests that may wait for their turn; further ones are refused.</summary>
    public int MaxWaiting { get; init; } = 256;

    /// <summary>How long a request may wait for its turn; then it is refused.</summary>
    public TimeSpan MaxWait { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>
    /// How long the answer to an event of a subscription may wait. They come in crowds, one for each subscriber, and are bounded by the
    /// number of those: they do not count among <see cref="MaxWaiting"/>.
    /// </summary>
    public TimeSpan MaxEventWait { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>What is wrong with them, in words for the operator; null: nothing.</summary>
    public string? Fault => this switch
    {
        { PoolSize: < 1 or > 1_000 } => $"{nameof(PoolSize)} must be 1 to 1000",
        { MaxWaiting: < 0 } => $"{nameof(MaxWaiting)} must not be below zero",
        _ when MaxWait <= TimeSpan.Zero || MaxWait > Longest => $"{nameof(MaxWait)} must be above zero, an hour at most",
        _ when MaxEventWait <= TimeSpan.Zero || MaxEventWait > Longest => $"{nameof(MaxEventWait)} must be above zero, an hour at most",
        _ => null,
    };

    private static TimeSpan Longest { get; } = TimeSpan.FromHours(1);
}

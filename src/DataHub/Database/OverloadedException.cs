namespace DataHub.Database;

/// <summary>More is asked of the database than it can answer: nothing of the request was executed, it may be sent again.</summary>
public sealed class OverloadedException(TimeSpan retryAfter) : DatabaseUnavailableException("The hub is busy. Try again shortly.")
{
    /// <summary>When the client may try again; whole seconds.</summary>
    public TimeSpan RetryAfter { get; } = TimeSpan.FromSeconds(Math.Max(1, Math.Ceiling(retryAfter.TotalSeconds)));
}

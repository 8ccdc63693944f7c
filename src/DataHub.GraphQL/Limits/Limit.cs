namespace DataHub.GraphQL.Limits;

/// <summary>What happens to a request that exceeds a limit.</summary>
public enum LimitMode
{
    /// <summary>It is refused.</summary>
    Enforce,

    /// <summary>It is answered; <c>extensions.warnings</c> and <see cref="Execution.EngineOptions.OnLimitWarning"/> tell of it.</summary>
    Warn,

    /// <summary>Nothing.</summary>
    Off,
}

/// <summary>One bound on requests.</summary>
public sealed record Limit
{
    /// <summary>A bound as the configuration sets it.</summary>
    public Limit() { }

    public Limit(long max, LimitMode mode = LimitMode.Enforce) => (Max, Mode) = (max, mode);

    /// <summary>The largest number that is allowed; the unit is told where the limit is declared.</summary>
    public long Max { get; init; }

    public LimitMode Mode { get; init; } = LimitMode.Enforce;

    /// <summary>Where counting may stop: <see cref="Max"/>, or <paramref name="ceiling"/> when more than that is let through.</summary>
    internal int StopAt(int ceiling) => Mode == LimitMode.Enforce ? (int)Math.Min(Max, ceiling) : ceiling;
}

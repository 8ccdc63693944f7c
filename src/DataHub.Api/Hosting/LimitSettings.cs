using DataHub.GraphQL.Limits;

namespace DataHub.Api.Hosting;

/// <summary>
/// Limits on GraphQL requests, section <c>DataHub:Limits</c>: <c>DataHub:Limits:Depth:Max</c> and <c>DataHub:Limits:Depth:Mode</c>
/// (Enforce, Warn, Off) for each limit of <see cref="LimitKinds"/>, and <c>DataHub:Limits:MaxErrors</c>.
/// </summary>
public static class LimitSettings
{
    public const string Section = "DataHub:Limits";

    /// <summary>What is not set has its default. Throws <see cref="StartRefusedException"/> for what is no limit.</summary>
    public static OperationLimits From(IConfiguration configuration)
    {
        var limits = configuration.Read<OperationLimits>(Section);
        foreach (var kind in LimitKinds.All)
        {
            if (kind.In(limits).Max < 1)
                throw new StartRefusedException($"{Section}:{kind.Setting}:Max must be at least 1; Mode Off switches the limit off.");
        }
        if (limits.MaxErrors < 1) throw new StartRefusedException($"{Section}:{nameof(OperationLimits.MaxErrors)} must be at least 1.");
        return limits;
    }

    /// <summary>A request went beyond a limit that only warns. Numbers, never what was asked.</summary>
    public static void Log(ILogger log, LimitExcess excess) => log.LogWarning(
        "{Code}: a request has {Actual} {Counted}, {Max} are allowed", excess.Kind.Code, excess.Actual, excess.Kind.Counted, excess.Max);
}

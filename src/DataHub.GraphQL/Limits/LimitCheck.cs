using DataHub.GraphQL.Errors;

namespace DataHub.GraphQL.Limits;

/// <summary>Compares what was counted with the limits.</summary>
internal sealed class LimitCheck(OperationLimits limits)
{
    private List<GraphQLError>? errors;
    private List<LimitExcess>? warnings;

    public IReadOnlyList<GraphQLError> Errors => errors ?? [];

    public IReadOnlyList<LimitExcess> Warnings => warnings ?? [];

    /// <summary>The number from which on a count matters; none when the limit is off.</summary>
    public long MaxOf(LimitKind kind) => kind.In(limits) is { Mode: not LimitMode.Off } limit ? limit.Max : long.MaxValue;

    /// <summary>False when the request is refused for it.</summary>
    public bool Allows(LimitKind kind, long actual, bool isAtLeast = false)
    {
        var limit = kind.In(limits);
        if (actual <= limit.Max || limit.Mode == LimitMode.Off) return true;
        var excess = new LimitExcess(kind, limit.Max, actual, isAtLeast);
        if (limit.Mode == LimitMode.Warn)
        {
            (warnings ??= []).Add(excess);
            return true;
        }
        (errors ??= []).Add(excess.ToError());
        return false;
    }

    /// <summary>Throws when anything was refused.</summary>
    public void ThrowIfRefused()
    {
        if (errors is not null) throw new GraphQLException(errors);
    }
}

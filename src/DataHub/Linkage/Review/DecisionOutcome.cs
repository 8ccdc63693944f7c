using DataHub.Shared;
using DataHub.Credit;

namespace DataHub.Linkage.Review;

/// <summary>What a transaction on decisions came to.</summary>
internal sealed record DecisionOutcome
{
    /// <summary>What was wrong; null when nothing was.</summary>
    public MutationError? Error { get; init; }

    /// <summary>The decision; null when some were withdrawn and none was made.</summary>
    public long? DecisionId { get; init; }

    /// <summary>Decisions that the next pass takes as they are now.</summary>
    public IReadOnlyList<long> Changed { get; init; } = [];

    /// <summary>Records that it is about.</summary>
    public IReadOnlyList<RecordKey> Records { get; init; } = [];

    /// <summary>The pass that applied it before; null: none.</summary>
    public long? PassId { get; init; }

    /// <summary>True when records have to be linked anew.</summary>
    public bool IsToApply { get; init; }

    public static DecisionOutcome Wrong(string code, string message, string? field) =>
        new() { Error = new MutationError(code, message, field) };

    public static DecisionOutcome Wrong(MutationError error) => new() { Error = error };
}

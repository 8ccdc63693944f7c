using DataHub.Shared;
using DataHub.Credit;

namespace DataHub.Linkage.Review;

/// <summary>A decision that is about to be entered.</summary>
/// <param name="Act">REVIEW, MERGE, SPLIT or UNDO.</param>
/// <param name="Subject">PERSON or BUSINESS.</param>
/// <param name="Verdict">SAME, DIFFERENT or UNSURE.</param>
/// <param name="Pairs">The pairs of records that it is about, in any order.</param>
internal sealed record Decision(string Act, string Subject, string Verdict, IReadOnlyList<(RecordKey Left, RecordKey Right)> Pairs)
{
    public required string Reason { get; init; }
    public required string By { get; init; }
    public required DateTime At { get; init; }

    /// <summary>True when it does not hold before a second steward agrees.</summary>
    public bool NeedsSecond { get; init; }

    /// <summary>The records, each once.</summary>
    public IReadOnlyList<RecordKey> Records => [.. Pairs.SelectMany(pair => new[] { pair.Left, pair.Right }).Distinct()];
}

/// <summary>A judgement about a pair that is not withdrawn.</summary>
/// <param name="DecisionId">The decision that it belongs to.</param>
/// <param name="Verdict">SAME, DIFFERENT or UNSURE.</param>
/// <param name="By">Whose.</param>
/// <param name="Waits">True while it waits for a second steward.</param>
/// <param name="Pair">The pair, the smaller record first.</param>
internal sealed record StandingJudgement(long DecisionId, string Verdict, string By, bool Waits, (RecordKey Left, RecordKey Right) Pair)
{
    /// <summary>Number of the judgement.</summary>
    public required long Id { get; init; }
}

/// <summary>The decision as it is now and what followed from it, or what was wrong.</summary>
public sealed record LinkDecisionPayload(IReadOnlyList<MutationError> Errors)
{
    /// <summary>Number of the decision.</summary>
    public long? DecisionId { get; init; }

    /// <summary>Number of the pass.</summary>
    public long? PassId { get; init; }

    /// <summary>Numbers of the businesses after it.</summary>
    public IReadOnlyList<long> BusinessIds { get; init; } = [];

    internal static LinkDecisionPayload Wrong(string code, string message, string? field) => new([new MutationError(code, message, field)]);
}

using DataHub.Shared;
using DataHub.Credit;

namespace DataHub.Linkage.Review;

/// <summary>A pair of records that a person has to judge.</summary>
public sealed record ReviewItem
{
    public required string Id { get; init; }
    public required string Subject { get; init; }
    public required string State { get; init; }
    public required string Reason { get; init; }
    public string ReasonWords => EvidenceWords.OfReason(Reason);
    public required double Bits { get; init; }
    public required double Worth { get; init; }
    public required DateTime OpenedAt { get; init; }
    public required IReadOnlyList<EvidenceLine> Evidence { get; init; }
    public required ReviewSide Left { get; init; }
    public required ReviewSide Right { get; init; }
    public required MergeEffect IfSame { get; init; }
    public bool NeedsTwo => Subject == "BUSINESS" && IfSame.MergedId is not null && Left.Loans > 0 && Right.Loans > 0;
    public ReviewLock? Lock { get; init; }

    /// <summary>Number of the decision that is not withdrawn.</summary>
    public long? DecisionId { get; init; }
}

/// <summary>A record of a pair and where it stands.</summary>
public sealed record ReviewSide
{
    public required string Feed { get; init; }
    public required string SourceRecordId { get; init; }
    public DateOnly? SourceDate { get; init; }
    public DateTime? ReceivedAt { get; init; }
    public required IReadOnlyList<ReceivedValue> Values { get; init; }
    public long? BusinessId { get; init; }
    public long? PersonId { get; init; }
    public int OtherRecords { get; init; }
    public int Loans { get; init; }
    public decimal? Outstanding { get; init; }
}

/// <summary>A value as the source sent it.</summary>
public sealed record ReceivedValue(string Column, string? Value, bool Damaged);

/// <summary>What would change if two records were the same.</summary>
public sealed record MergeEffect
{
    public string? SurvivorId { get; init; }
    public string? MergedId { get; init; }
    public int Records { get; init; }
    public int Loans { get; init; }
    public int Certificates { get; init; }
    public int Trainings { get; init; }
    public int Shops { get; init; }
    public IReadOnlyList<MergeConflict> Conflicts { get; init; } = [];
}

/// <summary>An attribute of which two businesses have different values.</summary>
public sealed record MergeConflict(string Attribute, string Left, string Right);

/// <summary>A pair that is held.</summary>
public sealed record ReviewLock(string By, bool Mine, DateTime Until);

/// <summary>The pair as it is now, or what was wrong.</summary>
public sealed record ReviewItemPayload(ReviewItem? Item, IReadOnlyList<MutationError> Errors);

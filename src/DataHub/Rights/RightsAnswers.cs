using DataHub.Shared;

namespace DataHub.Rights;

/// <summary>What became of a mutation on a request.</summary>
/// <param name="RequestId">Null when nothing was changed.</param>
/// <param name="Erasure">Of an erasure, what it takes and leaves.</param>
/// <param name="Errors">Empty when the change was made.</param>
public sealed record RightsRequestPayload(long? RequestId, IReadOnlyList<ErasureItem> Erasure, IReadOnlyList<MutationError> Errors)
{
    public static RightsRequestPayload Wrong(params MutationError[] errors) => new(null, [], errors);
}

/// <summary>What becomes of a kind of data when a person's data is erased.</summary>
/// <param name="Name">Of rights.retention.</param>
/// <param name="Tables">With their schemas.</param>
/// <param name="Rows">About the person.</param>
/// <param name="Action">ERASE, ANONYMISE or KEEP.</param>
/// <param name="Ground">The duty that keeps them, or that none does.</param>
/// <param name="Held">A legal hold keeps them.</param>
public sealed record ErasureItem(string Name, IReadOnlyList<string> Tables, int Rows, string Action, string Ground, bool Held);

/// <summary>How long a kind of data is kept.</summary>
public sealed record RetentionRule(
    string Name, IReadOnlyList<string> Tables, int? Months, string OnErasure, string Ground)
{
    public required string Confidence { get; init; }
    public string? ChangedBy { get; init; }
    public DateTime? ChangedAt { get; init; }
}

/// <summary>The rule as it is now, or what was wrong.</summary>
public sealed record RetentionPayload(RetentionRule? Rule, IReadOnlyList<MutationError> Errors);

/// <summary>A ban on erasing; ids as consumers know them.</summary>
public sealed record LegalHold(string Id, string? PersonId, string? BusinessId, string? Retention, string Reason)
{
    public required string PlacedBy { get; init; }
    public DateTime PlacedAt { get; init; }
    public string? LiftedBy { get; init; }
    public DateTime? LiftedAt { get; init; }
}

/// <summary>The hold as it is now, or what was wrong.</summary>
public sealed record LegalHoldPayload(LegalHold? Hold, IReadOnlyList<MutationError> Errors);

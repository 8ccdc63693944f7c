using DataHub.Shared;
using DataHub.Credit;

namespace DataHub.Linkage.Golden;

/// <summary>Where a value of a business is from.</summary>
public sealed record ValueProvenance(string Attribute, string? Value)
{
    public string? Rule { get; init; }
    public string? Feed { get; init; }
    public string? SourceRecordId { get; init; }
    public DateOnly? SourceDate { get; init; }
    public DateTime? ReceivedAt { get; init; }
    public ValuePin? Pin { get; init; }
    public IReadOnlyList<ValueAlternative> Alternatives { get; init; } = [];
}

/// <summary>What a record says of an attribute.</summary>
public sealed record ValueAlternative(string Value, string Feed, string SourceRecordId, DateOnly? SourceDate, DateTime ReceivedAt);

/// <summary>A value that a steward has set.</summary>
public sealed record ValuePin(string Attribute, string Value, string Reason, string PinnedBy, DateTime PinnedAt, DateOnly EndsOn);

/// <summary>The pin as it is now, or what was wrong.</summary>
public sealed record PinPayload(ValuePin? Pin, long? BusinessId, IReadOnlyList<MutationError> Errors);

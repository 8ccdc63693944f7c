using DataHub.Shared;

namespace DataHub.Feeds.Quarantine;

/// <summary>What became of a steward's decision on a row that could not be read.</summary>
/// <param name="RecordId">The entry; null when nothing was changed.</param>
/// <param name="RunId">The run that brought the row in; null for a dismissal.</param>
/// <param name="Errors">Empty when the change was made.</param>
public sealed record QuarantinePayload(long? RecordId, long? RunId, IReadOnlyList<MutationError> Errors)
{
    internal static QuarantinePayload Wrong(params MutationError[] errors) => new(null, null, errors);
}

/// <summary>What became of a steward's decision on a run that waits for one.</summary>
/// <param name="RunId">The run; null when nothing was changed.</param>
/// <param name="Errors">Empty when the change was made.</param>
public sealed record FeedRunPayload(long? RunId, IReadOnlyList<MutationError> Errors)
{
    internal static FeedRunPayload Wrong(params MutationError[] errors) => new(null, errors);
}

/// <summary>What is set for a feed from now on, or what was wrong.</summary>
public sealed record FeedSettingsPayload(FeedSettings? Settings, IReadOnlyList<MutationError> Errors);

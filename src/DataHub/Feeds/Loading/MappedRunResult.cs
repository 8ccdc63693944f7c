using DataHub.Feeds.Mapping;

namespace DataHub.Feeds.Loading;

/// <summary>A finished load of an agency's sheet.</summary>
/// <param name="Run">As of any feed.</param>
/// <param name="LeftOut">Rows of the sheet that were no records.</param>
public sealed record MappedRunResult(FeedRunResult Run, RowCounts LeftOut);

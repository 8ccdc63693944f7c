using DataHub.Feeds.Loading;

namespace DataHub.Feeds.Sources;

/// <summary>What became of a run of a source.</summary>
/// <param name="Source">Its name.</param>
/// <param name="Runs">The feed runs that were published, in order; some may be when the run as a whole failed.</param>
/// <param name="Skipped">Why nothing was done; null when it was.</param>
/// <param name="Failure">What went wrong, in words without address or secret; null when nothing did.</param>
public sealed record SourceRunResult(string Source, IReadOnlyList<FeedRunResult> Runs, string? Skipped, string? Failure);

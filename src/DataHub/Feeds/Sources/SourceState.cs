namespace DataHub.Feeds.Sources;

/// <summary>How a source fares, for stewards.</summary>
/// <param name="Source">Its name in the settings.</param>
/// <param name="Feed">The feed its records belong to.</param>
/// <param name="Circuit">CLOSED, OPEN or HALF_OPEN.</param>
public sealed record SourceState(string Source, string Feed, string Circuit)
{
    public DateTime? CursorMovedAt { get; init; }
    public int? CursorAgeSeconds { get; init; }
    public DateTime? LastSuccessAt { get; init; }
    public DateTime? LastFailureAt { get; init; }
    public string? LastFailure { get; init; }
    public DateTime? NextRunAt { get; init; }
}

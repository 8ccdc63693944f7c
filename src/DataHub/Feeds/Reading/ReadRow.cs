namespace DataHub.Feeds.Reading;

/// <summary>What became of a row: one of the first three tells.</summary>
/// <param name="Row">It could be read, and is new or changed as far as is known.</param>
/// <param name="Rejected">It could not be read: one entry a column.</param>
/// <param name="KnownId">The hub holds it in this form: number of the record.</param>
/// <param name="SourceDate">The source's own date of a row that could be read.</param>
/// <param name="IsDamaged">It could be read, and an identifier of it arrived damaged.</param>
public readonly record struct ReadRow(
    FeedRow? Row, IReadOnlyList<RejectedField> Rejected, long? KnownId = null, DateOnly? SourceDate = null, bool IsDamaged = false)
{
    /// <summary>Its key as <see cref="FeedRow.SourceKey"/>; null: it could not be read.</summary>
    public string? Key { get; init; }
}

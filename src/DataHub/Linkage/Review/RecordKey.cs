namespace DataHub.Linkage.Review;

/// <summary>A source record: its feed, and its key there.</summary>
public readonly record struct RecordKey(string Feed, string Key)
{
    /// <summary>Feeds whose records are linked, and so can be judged.</summary>
    public static IReadOnlyList<string> Feeds { get; } = ["OSS", "SIKP", "PELATIHAN", "MARKETPLACE", "SERTIFIKAT"];
}

namespace DataHub.Linkage.Store;

/// <summary>What identifies a source record.</summary>
/// <param name="Feed">OSS, SIKP, PELATIHAN, MARKETPLACE or SERTIFIKAT.</param>
/// <param name="SourceKey">Its key in the feed, as <c>feeds.source_record</c> has it.</param>
public readonly record struct RecordName(string Feed, string SourceKey);

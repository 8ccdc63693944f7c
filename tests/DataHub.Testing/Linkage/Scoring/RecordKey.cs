namespace DataHub.Testing.Linkage.Scoring;

/// <summary>A source record, as clusters.csv and truth.csv name it.</summary>
/// <param name="Feed">Lower case: oss, sikp, pelatihan, marketplace, sertifikat.</param>
public readonly record struct RecordKey(string Feed, string Key);

/// <summary>Two records that a person is asked about.</summary>
public readonly record struct RecordPair(RecordKey A, RecordKey B);

using System.Text.Json;
using Npgsql;

namespace DataHub.Linkage.Review;

/// <summary>Row of linkage.review_pair.</summary>
internal sealed record ReviewPair(long Number, string Subject, string State, string Reason)
{
    /// <summary>What ids of pairs are made for.</summary>
    public const string TypeName = "ReviewItem";

    public required double Bits { get; init; }
    public required double Worth { get; init; }
    public required DateTime OpenedAt { get; init; }
    public required IReadOnlyList<EvidenceLine> Evidence { get; init; }
    public required RecordKey Left { get; init; }
    public required RecordKey Right { get; init; }
    public string? HeldBy { get; init; }
    public DateTime? HeldUntil { get; init; }
    public bool IsUnsure { get; init; }
    public long? DecisionId { get; init; }

    /// <summary>Columns as <see cref="ReviewQueue"/> selects them.</summary>
    public static ReviewPair Read(NpgsqlDataReader row) => new(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3))
    {
        Bits = row.GetDouble(4),
        Worth = row.GetDouble(5),
        OpenedAt = row.GetDateTime(6),
        Evidence = EvidenceOf(row.GetString(7)),
        Left = new RecordKey(row.GetString(8), row.GetString(9)),
        Right = new RecordKey(row.GetString(10), row.GetString(11)),
        HeldBy = row.IsDBNull(12) ? null : row.GetString(12),
        HeldUntil = row.IsDBNull(13) ? null : row.GetDateTime(13),
        IsUnsure = row.GetBoolean(14),
        DecisionId = row.IsDBNull(15) ? null : row.GetInt64(15),
    };

    private static IReadOnlyList<EvidenceLine> EvidenceOf(string json)
    {
        using var lines = JsonDocument.Parse(json);
        return [.. lines.RootElement.EnumerateArray()
            .Select(line => new EvidenceLine(
                line.GetProperty("comparison").GetString()!, line.GetProperty("level").GetString()!, line.GetProperty("bits").GetDouble()))
            .OrderByDescending(line => Math.Abs(line.Bits!.Value))];
    }
}

using System.Text.Json;
using DataHub.Audit;
using DataHub.Feeds;
using DataHub.Planning;
using DataHub.Shared.Secrets;
using Npgsql;

namespace DataHub.Linkage.Review;

/// <summary>
/// Puts pairs together with their records and businesses: three statements, however many pairs. What is in the records as received is
/// decrypted here; whom it tells of is noted for the ledger.
/// </summary>
internal sealed class ReviewReader(HubParts parts)
{
    private const string Records =
        """
        select r.source_date, r.received_at, r.payload, r.damaged, l.business_id, l.person_id
        from unnest($1::text[], $2::text[]) with ordinality k(feed, key, ord)
        left join feeds.source_record r on r.feed = k.feed and r.source_key = k.key and r.is_current
        left join linkage.link l on l.feed = k.feed and l.source_key = k.key and l.closed_at is null
        order by k.ord
        """;

    private const string PersonRecords =
        "select l.person_id, count(*)::int from linkage.link l where l.person_id = any ($1) and l.closed_at is null group by l.person_id";

    private readonly Protector protector = new(parts.Keys);

    /// <summary>The pairs as stewards see them, in their order.</summary>
    public async Task<IReadOnlyList<ReviewItem>> ReadAsync(
        (HubRequest Request, NpgsqlConnection Connection) at, IReadOnlyList<ReviewPair> pairs, CancellationToken cancellation)
    {
        if (pairs.Count == 0) return [];
        var sides = await SidesAsync(at.Connection, [.. pairs.SelectMany(pair => new[] { pair.Left, pair.Right })], cancellation);
        var businesses = await BusinessFacts.ReadAsync(at.Connection, [.. sides.Select(side => side.BusinessId).OfType<long>().Distinct()],
            cancellation);
        var persons = await PersonsAsync(at.Connection, [.. sides.Select(side => side.PersonId).OfType<long>().Distinct()], cancellation);
        foreach (var side in sides)
        {
            if (side.BusinessId is { } business) at.Request.Look.Concerns(Subject.Business(business));
            if (side.PersonId is { } person) at.Request.Look.Concerns(Subject.Person(person));
        }
        var effects = new MergeEffects(at.Request.Hub.Ids, businesses, persons);
        return [.. pairs.Select((pair, i) =>
            Item(at.Request, pair, (With(sides[2 * i], businesses), With(sides[(2 * i) + 1], businesses)), effects))];
    }

    private ReviewItem Item(HubRequest request, ReviewPair pair, (ReviewSide Left, ReviewSide Right) sides, MergeEffects effects) => new()
    {
        Id = request.Hub.Ids.Encode(ReviewPair.TypeName, pair.Number),
        Subject = pair.Subject,
        State = pair.State,
        Reason = pair.Reason,
        Bits = pair.Bits,
        Worth = pair.Worth,
        OpenedAt = pair.OpenedAt,
        Evidence = pair.Evidence,
        Left = sides.Left,
        Right = sides.Right,
        IfSame = effects.Of(pair.Subject, sides.Left, sides.Right),
        Lock = pair.HeldUntil is { } until && until > parts.Time.GetUtcNow().UtcDateTime
            ? new ReviewLock(pair.HeldBy!, pair.HeldBy == StewardName.Of(request.Caller), until)
            : null,
        DecisionId = pair.DecisionId,
    };

    private static ReviewSide With(ReviewSide side, IReadOnlyDictionary<long, BusinessFacts> businesses) =>
        side.BusinessId is { } id && businesses.GetValueOrDefault(id) is { } business
            ? side with { OtherRecords = business.Records - 1, Loans = business.Loans, Outstanding = business.Outstanding }
            : side;

    private async Task<List<ReviewSide>> SidesAsync(
        NpgsqlConnection connection, IReadOnlyList<RecordKey> keys, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Records, connection);
        command.Parameters.AddWithValue(keys.Select(key => key.Feed).ToArray());
        command.Parameters.AddWithValue(keys.Select(key => key.Key).ToArray());
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var sides = new List<ReviewSide>();
        while (await row.ReadAsync(cancellation))
        {
            var key = keys[sides.Count];
            sides.Add(new ReviewSide
            {
                Feed = key.Feed,
                SourceRecordId = key.Key,
                SourceDate = row.IsDBNull(0) ? null : row.GetFieldValue<DateOnly>(0),
                ReceivedAt = row.IsDBNull(1) ? null : row.GetDateTime(1),
                Values = row.IsDBNull(2) ? [] : Values(key.Feed, row.GetFieldValue<byte[]>(2), row.GetFieldValue<string[]>(3)),
                BusinessId = row.IsDBNull(4) ? null : row.GetInt64(4),
                PersonId = row.IsDBNull(5) ? null : row.GetInt64(5),
            });
        }
        return sides;
    }

    private List<ReceivedValue> Values(string feed, byte[] payload, string[] damaged)
    {
        using var received = JsonDocument.Parse(protector.Decrypt(payload));
        return [.. FeedCatalogue.Get(feed).Columns.Select(column => new ReceivedValue(
            column.Name,
            received.RootElement.TryGetProperty(column.Name, out var value) && value.GetString() is { Length: > 0 } text ? text : null,
            damaged.Contains(column.Name, StringComparer.Ordinal)))];
    }

    private static async Task<Dictionary<long, int>> PersonsAsync(NpgsqlConnection connection, long[] ids, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(PersonRecords, connection) { Parameters = { new() { Value = ids } } };
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var records = new Dictionary<long, int>();
        while (await row.ReadAsync(cancellation)) records.Add(row.GetInt64(0), row.GetInt32(1));
        return records;
    }
}

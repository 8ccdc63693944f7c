using System.Globalization;
using DataHub.Access;
using DataHub.GraphQL.Execution;
using DataHub.Planning;
using Npgsql;

namespace DataHub.Linkage.Review;

/// <summary>The pairs that wait for a person, a page at a time: what a decision is worth most first, what was found unsure last.</summary>
internal sealed class ReviewQueue(HubParts parts, ReviewReader reader)
{
    private const string List = "ReviewItem:is_unsure+,worth-,id+";

    /// <summary>A page of the queue as the field's arguments ask for it.</summary>
    public async Task<ReviewItemConnection> PageAsync(HubRequest request, FieldSelection field, CancellationToken cancellation)
    {
        var page = PageRequest.From(field);
        var conditions = ReviewFilter.Of(field.Argument<InputObject>("where")).Conditions(StewardName.Of(request.Caller), Now).ToList();
        await using var connection = await parts.DataSource.OpenConnectionAsync(cancellation);
        await using var moment = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellation);
        var total = field.Selection.Fields.Any(f => f.Definition.Name == "totalCount")
            ? await CountAsync(connection, conditions, cancellation)
            : 0;
        if (page.After is not null) conditions.Add(Beyond(request, field, page.After));
        var pairs = await PairsAsync(connection, Fragment.Of(
            $"where {Fragment.Join(" and ", conditions)} order by q.is_unsure, q.worth desc, q.id limit {SqlValue.Int(page.Size + 1)}"),
            cancellation);
        var shown = pairs.Take(page.Size).ToList();
        var items = await reader.ReadAsync((request, connection), shown, cancellation);
        List<ReviewItemEdge> edges = [.. items.Select((item, i) => new ReviewItemEdge(CursorOf(request, shown[i]), item))];
        var ends = (edges.FirstOrDefault()?.Cursor, edges.LastOrDefault()?.Cursor);
        return new(edges, new ReviewPageInfo(pairs.Count > page.Size, page.After is not null, ends.Item1, ends.Item2), total);
    }

    /// <summary>A pair by its id, open or not; null when there is none.</summary>
    public async Task<ReviewItem?> FindAsync(HubRequest request, string id, CancellationToken cancellation)
    {
        if (!request.Hub.Ids.TryDecode(ReviewPair.TypeName, id, out var number)) return null;
        await using var connection = await parts.DataSource.OpenConnectionAsync(cancellation);
        return await FindAsync(request, connection, number, cancellation);
    }

    /// <summary>A pair by its number, as a connection's transaction sees it.</summary>
    public async Task<ReviewItem?> FindAsync(HubRequest request, NpgsqlConnection connection, long number, CancellationToken cancellation)
    {
        var pairs = await PairsAsync(connection, Fragment.Of($"where q.id = {SqlValue.Long(number)}"), cancellation);
        return (await reader.ReadAsync((request, connection), pairs, cancellation)).SingleOrDefault();
    }

    private DateTime Now => parts.Time.GetUtcNow().UtcDateTime;

    private static string CursorOf(HubRequest request, ReviewPair pair) => request.Hub.Cursors.Encode(List,
    [
        pair.IsUnsure ? "1" : "0", pair.Worth.ToString("R", CultureInfo.InvariantCulture),
        pair.Number.ToString(CultureInfo.InvariantCulture),
    ]);

    private static Fragment Beyond(HubRequest request, FieldSelection field, string cursor)
    {
        if (!request.Hub.Cursors.TryDecode(List, cursor, out var place) || place is not [{ } unsure, { } worth, { } id])
            throw PageRequest.Wrong(field, "after", "it is no cursor of this list");
        var isUnsure = SqlValue.OfColumn(unsure == "1", typeof(bool));
        var worthOf = SqlValue.OfColumn(double.Parse(worth, CultureInfo.InvariantCulture), typeof(double));
        var number = SqlValue.Long(long.Parse(id, CultureInfo.InvariantCulture));
        return Fragment.Of(
            $"(q.is_unsure, -q.worth, q.id) > ({isUnsure}, -{worthOf}, {number})");
    }

    private static async Task<int> CountAsync(NpgsqlConnection connection, List<Fragment> conditions, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Fragment.Of(
            $"select count(*)::int from linkage.review_pair q where {Fragment.Join(" and ", conditions)}").ToStatement().ToCommand());
        return (int)(await batch.ExecuteScalarAsync(cancellation))!;
    }

    private static async Task<List<ReviewPair>> PairsAsync(NpgsqlConnection connection, Fragment rest, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Fragment.Of(
            $"select q.id, q.subject, q.state, q.reason, q.bits, q.worth, q.opened_at, q.evidence::text, q.feed_a, q.key_a, q.feed_b, q.key_b, q.held_by, q.held_until, q.is_unsure, (select max(j.decision_id) from linkage.judgement j where j.subject = q.subject and (j.feed_a, j.key_a, j.feed_b, j.key_b) = (q.feed_a, q.key_a, q.feed_b, q.key_b) and j.withdrawn_at is null) from linkage.review_pair q {rest}").ToStatement().ToCommand());
        await using var row = await batch.ExecuteReaderAsync(cancellation);
        var pairs = new List<ReviewPair>();
        while (await row.ReadAsync(cancellation)) pairs.Add(ReviewPair.Read(row));
        return pairs;
    }
}

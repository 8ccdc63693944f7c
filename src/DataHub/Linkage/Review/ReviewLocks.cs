using DataHub.Shared;
using DataHub.Credit;
using DataHub.Planning;
using Npgsql;

namespace DataHub.Linkage.Review;

/// <summary>Holds pairs for stewards, so that two do not work on the same one. A hold ends by itself.</summary>
internal sealed class ReviewLocks(HubParts parts, ReviewQueue queue)
{
    /// <summary>How long a pair is held.</summary>
    public static readonly TimeSpan Time = TimeSpan.FromMinutes(15);

    private const string Claim =
        """
        update linkage.review_pair set held_by = $2, held_until = $4
        where id = $1 and state = 'OPEN' and (held_by = $2 or held_until is null or held_until <= $3)
        """;

    private const string Release = "update linkage.review_pair set held_by = null, held_until = null where id = $1 and held_by = $2 and held_until > $3";

    private static readonly MutationError Unknown = new("UNKNOWN_ITEM", "No open pair has this id.", "id");
    private static readonly MutationError Locked = new("LOCKED", "Another steward holds this pair.", "id");
    private static readonly MutationError NotLocked = new("NOT_LOCKED", "The caller does not hold this pair.", "id");

    /// <summary>Holds a pair for the caller; one that the caller holds is held for longer.</summary>
    public Task<ReviewItemPayload> ClaimAsync(HubRequest request, string id, CancellationToken cancellation) =>
        ChangeAsync(request, id, (Claim, Locked), cancellation);

    /// <summary>Gives a pair of the caller back.</summary>
    public Task<ReviewItemPayload> ReleaseAsync(HubRequest request, string id, CancellationToken cancellation) =>
        ChangeAsync(request, id, (Release, NotLocked), cancellation);

    private async Task<ReviewItemPayload> ChangeAsync(
        HubRequest request, string id, (string Sql, MutationError Refused) change, CancellationToken cancellation)
    {
        if (!request.Hub.Ids.TryDecode(ReviewPair.TypeName, id, out var number)) return new(null, [Unknown]);
        await using var connection = await parts.DataSource.OpenConnectionAsync(cancellation);
        await using var command = new NpgsqlCommand(change.Sql, connection);
        var now = parts.Time.GetUtcNow().UtcDateTime;
        command.Parameters.AddWithValue(number);
        command.Parameters.AddWithValue(StewardName.Of(request.Caller));
        command.Parameters.AddWithValue(now);
        if (change.Sql == Claim) command.Parameters.AddWithValue(now + Time);
        var isDone = await command.ExecuteNonQueryAsync(cancellation) > 0;
        var item = await queue.FindAsync(request, connection, number, cancellation);
        if (item is not { State: "OPEN" }) return new(null, [Unknown]);
        return isDone ? new(item, []) : new(null, [change.Refused]);
    }
}

using DataHub.Audit;
using DataHub.Credit;
using DataHub.GraphQL.Execution;
using DataHub.Linkage.Review;
using DataHub.Planning;
using DataHub.Shared;
using Npgsql;

namespace DataHub.Linkage.Golden;

/// <summary>Sets values of businesses, and ends that. The pass that follows makes the value what it then is.</summary>
internal sealed class Pins(HubParts parts, Relink relink)
{
    private const int MostYears = 3;

    private const string Current = "select business_id, attribute, value, reason, pinned_by, pinned_at, ends_on from linkage.pin where business_id = $1 and attribute = $2";

    private const string Upsert =
        """
        insert into linkage.pin (business_id, attribute, value, reason, pinned_by, pinned_at, ends_on) values ($1, $2, $3, $4, $5, $6, $7)
        on conflict (business_id, attribute) do update set value = excluded.value, reason = excluded.reason, pinned_by = excluded.pinned_by,
          pinned_at = excluded.pinned_at, ends_on = excluded.ends_on
        """;

    private const string Delete = "delete from linkage.pin where business_id = $1 and attribute = $2";

    private const string Event =
        "insert into linkage.event (at, kind, business_id, actor, reason, detail) values ($1, $2, $3, $4, $5, jsonb_build_object('attribute', $6::text))";

    private static readonly MutationError UnknownBusiness = new("UNKNOWN_BUSINESS", "The hub knows no such business.", "businessId");

    /// <summary>Sets a value. The same pin again changes nothing.</summary>
    public Task<PinPayload> SetAsync(HubRequest request, InputObject input, CancellationToken cancellation)
    {
        var (attribute, value) = (input.Get<string>("attribute")!, input.Get<string>("value")!.Trim());
        var pin = new ValuePin(
            attribute, value, input.Get<string>("reason")!.Trim(), StewardName.Of(request.Caller), parts.Time.GetUtcNow().UtcDateTime,
            input.Get<DateOnly>("endsOn"));
        var wrong = ReasonText.Problem(pin.Reason) ?? PinnedAttribute.Problem(attribute, value) ?? PeriodProblem(pin.EndsOn);
        return ChangeAsync(request, input, wrong, async (connection, business) =>
        {
            if (await PinnedAttribute.UnknownAsync(connection, attribute, value, cancellation) is { } unknown)
                return (null, unknown, false);
            if (await FindAsync(connection, business, attribute, cancellation) is { } same
                && (same.Value, same.Reason, same.EndsOn) == (value, pin.Reason, pin.EndsOn))
                return (same, null, false);
            await ExecuteAsync(
                connection, Upsert, [business, attribute, value, pin.Reason, pin.PinnedBy, pin.PinnedAt, pin.EndsOn], cancellation);
            await ExecuteAsync(connection, Event, [pin.PinnedAt, "PIN", business, pin.PinnedBy, pin.Reason, attribute], cancellation);
            return (pin, null, true);
        }, cancellation);
    }

    /// <summary>Ends a pin.</summary>
    public Task<PinPayload> EndAsync(HubRequest request, InputObject input, CancellationToken cancellation)
    {
        var (attribute, reason) = (input.Get<string>("attribute")!, input.Get<string>("reason")!.Trim());
        return ChangeAsync(request, input, ReasonText.Problem(reason), async (connection, business) =>
        {
            if (await ExecuteAsync(connection, Delete, [business, attribute], cancellation) == 0)
                return (null, new("NOT_PINNED", "This attribute of the business is not pinned.", "attribute"), false);
            await ExecuteAsync(
                connection, Event,
                [parts.Time.GetUtcNow().UtcDateTime, "UNPIN", business, StewardName.Of(request.Caller), reason, attribute], cancellation);
            return (null, null, true);
        }, cancellation);
    }

    private async Task<PinPayload> ChangeAsync(
        HubRequest request, InputObject input, MutationError? wrong,
        Func<NpgsqlConnection, long, Task<(ValuePin? Pin, MutationError? Error, bool IsChanged)>> change, CancellationToken cancellation)
    {
        if (wrong is not null) return new(null, null, [wrong]);
        if (!request.Hub.Ids.TryDecode("Business", input.Get<string>("businessId")!, out var asked))
            return new(null, null, [UnknownBusiness]);
        await using var connection = await parts.DataSource.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if ((await BusinessMembers.ReadAsync(connection, [asked], cancellation)).SingleOrDefault() is not { } business)
            return new(null, null, [UnknownBusiness]);
        var (pin, error, isChanged) = await change(connection, business.Id);
        if (error is not null) return new(null, null, [error]);
        request.Look.Concerns(Subject.Business(business.Id));
        await transaction.CommitAsync(cancellation);
        // The pin stands: that it is applied must not be cut short with the request.
        if (isChanged) await relink(business.Records, CancellationToken.None);
        return new(pin, business.Id, []);
    }

    private MutationError? PeriodProblem(DateOnly endsOn)
    {
        var today = Wib.DateOf(parts.Time.GetUtcNow());
        return endsOn > today && endsOn <= today.AddYears(MostYears)
            ? null
            : new("INVALID_PERIOD", $"The last day must be later than today, at most {MostYears} years ahead.", "endsOn");
    }

    private static async Task<ValuePin?> FindAsync(
        NpgsqlConnection connection, long business, string attribute, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Current, connection);
        command.Parameters.AddWithValue(business);
        command.Parameters.AddWithValue(attribute);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation) ? ValueReader.PinOf(row) : null;
    }

    private static async Task<int> ExecuteAsync(NpgsqlConnection connection, string sql, object[] values, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return await command.ExecuteNonQueryAsync(cancellation);
    }
}

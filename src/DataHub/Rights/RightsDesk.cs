using DataHub.Access;
using DataHub.Audit;
using DataHub.GraphQL.Execution;
using DataHub.Planning;
using DataHub.Shared;
using DataHub.Shared.Secrets;
using Npgsql;

namespace DataHub.Rights;

/// <summary>Takes requests of persons in and closes them.</summary>
internal sealed class RightsDesk(HubParts parts, Restrictions restrictions)
{
    private static readonly MutationError NoOwner = new("NO_PERSON", "The token stands for no person.", null);
    private static readonly MutationError Unknown = new("UNKNOWN_REQUEST", "No open request has this id.", "id");

    private readonly Protector protector = new(parts.Keys);

    /// <summary>A new request of the caller's own person.</summary>
    public async Task<RightsRequestPayload> ReceiveAsync(HubRequest request, string kind, InputObject input, CancellationToken cancellation)
    {
        if (request.Caller.PersonId is not { } person) return RightsRequestPayload.Wrong(NoOwner);
        var draft = Draft.Of(request, kind, input);
        if (draft.Errors.Count > 0) return new(null, [], draft.Errors);
        await using var connection = await parts.DataSource.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (draft.BusinessId is { } business && !await OwnsAsync(connection, person, business, cancellation))
            return RightsRequestPayload.Wrong(new MutationError("UNKNOWN_BUSINESS", "It is none of the caller's businesses.", "businessId"));
        var id = await InsertAsync(connection, person, kind, draft, cancellation);
        if (kind == "RESTRICTION") await RestrictAsync(connection, id, person, cancellation);
        var erasure = kind == "ERASURE" ? await new Erasure(connection, person).PlanAsync(cancellation) : [];
        await transaction.CommitAsync(cancellation);
        await restrictions.RefreshAsync(CancellationToken.None);
        return new(id, erasure, []);
    }

    /// <summary>The person takes an own request back; a restriction ends with it.</summary>
    public async Task<RightsRequestPayload> WithdrawAsync(HubRequest request, string id, CancellationToken cancellation)
    {
        if (request.Caller.PersonId is not { } person) return RightsRequestPayload.Wrong(NoOwner);
        return await CloseAsync(request, id, async (connection, number) =>
        {
            // A restriction that was granted is closed and still in force: taking it back is what ends it.
            var changed = await ExecuteAsync(
                connection,
                """
                update rights.request set status = 'WITHDRAWN', closed_at = $3
                where id = $1 and person_id = $2 and (closed_at is null or (kind = 'RESTRICTION' and status = 'DONE'))
                """,
                [number, person, parts.Time.GetUtcNow()], cancellation);
            if (changed == 0) return RightsRequestPayload.Wrong(Unknown);
            await LiftAsync(connection, number, cancellation);
            return new(number, [], []);
        }, cancellation);
    }

    /// <summary>A steward takes a request on.</summary>
    public Task<RightsRequestPayload> TakeAsync(HubRequest request, string id, CancellationToken cancellation) =>
        CloseAsync(request, id, async (connection, number) =>
        {
            var changed = await ExecuteAsync(
                connection, "update rights.request set status = 'TAKEN', handler = $2, taken_at = $3 where id = $1 and closed_at is null",
                [number, HandlerOf(request.Caller), parts.Time.GetUtcNow()], cancellation);
            return changed == 0 ? RightsRequestPayload.Wrong(Unknown) : new(number, [], []);
        }, cancellation);

    /// <summary>A steward grants a request; an erasure is carried out with it.</summary>
    public Task<RightsRequestPayload> ResolveAsync(HubRequest request, InputObject input, CancellationToken cancellation)
    {
        var errors = new List<MutationError>();
        var outcome = RightsTexts.Required(input, "outcome", errors);
        return errors.Count > 0 ? Task.FromResult(new RightsRequestPayload(null, [], errors)) : CloseAsync(
            request, input.Get<string>("id")!, async (connection, number) =>
            {
                if (await OpenAsync(connection, number, cancellation) is not var (kind, person)) return RightsRequestPayload.Wrong(Unknown);
                var erasure = new Erasure(connection, person);
                if (kind == "ERASURE" && !await erasure.LockAsync(cancellation))
                    return RightsRequestPayload.Wrong(new MutationError("LOAD_UNDER_WAY", "A feed is being published: try again when it is done.", null));
                var items = kind == "ERASURE" ? await erasure.CarryOutAsync(number, cancellation) : [];
                await EndAsync(connection, number, (request.Caller, "DONE", outcome, null), cancellation);
                return new(number, items, []);
            }, cancellation);
    }

    /// <summary>A steward refuses a request by an article of law.</summary>
    public Task<RightsRequestPayload> RefuseAsync(HubRequest request, InputObject input, CancellationToken cancellation)
    {
        var errors = new List<MutationError>();
        var reason = RightsTexts.Required(input, "reason", errors);
        var article = input.Get<string>("article")!;
        return errors.Count > 0 ? Task.FromResult(new RightsRequestPayload(null, [], errors)) : CloseAsync(
            request, input.Get<string>("id")!, async (connection, number) =>
            {
                if (await OpenAsync(connection, number, cancellation) is null) return RightsRequestPayload.Wrong(Unknown);
                if (await ScalarAsync(connection, "select 1 from rights.refusal_ground where article = $1", [article], cancellation) is null)
                    return RightsRequestPayload.Wrong(new MutationError("UNKNOWN_ARTICLE", "No refusal may rest on this article.", "article"));
                await EndAsync(connection, number, (request.Caller, "REFUSED", reason, article), cancellation);
                await LiftAsync(connection, number, cancellation);
                return new(number, [], []);
            }, cancellation);
    }

    private static string HandlerOf(Caller caller) => $"{caller.Client}/{caller.Subject}";

    private async Task<RightsRequestPayload> CloseAsync(
        HubRequest request, string id, Func<NpgsqlConnection, long, Task<RightsRequestPayload>> change, CancellationToken cancellation)
    {
        if (!request.Hub.Ids.TryDecode("RightsRequest", id, out var number)) return RightsRequestPayload.Wrong(Unknown);
        await using var connection = await parts.DataSource.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var payload = await change(connection, number);
        if (payload.Errors.Count > 0) return payload;
        var person = (long)(await ScalarAsync(connection, "select person_id from rights.request where id = $1", [number], cancellation))!;
        request.Look.Concerns(Subject.Person(person));
        await transaction.CommitAsync(cancellation);
        await restrictions.RefreshAsync(CancellationToken.None);
        return payload;
    }

    private static async Task<bool> OwnsAsync(NpgsqlConnection connection, long person, long business, CancellationToken cancellation) =>
        await ScalarAsync(connection, "select 1 from registry.business where id = $1 and owner_id = $2", [business, person], cancellation) is not null;

    private async Task<long> InsertAsync(NpgsqlConnection connection, long person, string kind, Draft draft, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            """
            insert into rights.request (person_id, business_id, kind, received_at, due_at, attribute, source_feed, wish_cipher, evidence_cipher)
            select $1, $2, k.kind, $4, $4 + make_interval(hours => k.hours), $5, $6, $7, $8 from rights.request_kind k where k.kind = $3
            returning id
            """, connection);
        object?[] values =
        [
            person, draft.BusinessId, kind, parts.Time.GetUtcNow(), draft.Attribute, draft.SourceFeed,
            protector.Encrypt(draft.Wish), draft.Evidence is null ? null : protector.Encrypt(draft.Evidence),
        ];
        NpgsqlTypes.NpgsqlDbType[] types =
        [
            NpgsqlTypes.NpgsqlDbType.Bigint, NpgsqlTypes.NpgsqlDbType.Bigint, NpgsqlTypes.NpgsqlDbType.Text, NpgsqlTypes.NpgsqlDbType.TimestampTz,
            NpgsqlTypes.NpgsqlDbType.Text, NpgsqlTypes.NpgsqlDbType.Text, NpgsqlTypes.NpgsqlDbType.Bytea, NpgsqlTypes.NpgsqlDbType.Bytea,
        ];
        for (var i = 0; i < values.Length; i++) command.Parameters.Add(new() { Value = values[i] ?? DBNull.Value, NpgsqlDbType = types[i] });
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private Task<int> RestrictAsync(NpgsqlConnection connection, long request, long person, CancellationToken cancellation) => ExecuteAsync(
        connection, "insert into rights.restriction (request_id, person_id, since) values ($1, $2, $3)",
        [request, person, parts.Time.GetUtcNow()], cancellation);

    private Task<int> LiftAsync(NpgsqlConnection connection, long request, CancellationToken cancellation) => ExecuteAsync(
        connection, "update rights.restriction set lifted_at = $2 where request_id = $1 and lifted_at is null",
        [request, parts.Time.GetUtcNow()], cancellation);

    private static async Task<(string Kind, long Person)?> OpenAsync(NpgsqlConnection connection, long request, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            "select kind, person_id from rights.request where id = $1 and closed_at is null for update", connection);
        command.Parameters.Add(new() { Value = request });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? (reader.GetString(0), reader.GetInt64(1)) : null;
    }

    private Task<int> EndAsync(
        NpgsqlConnection connection, long request, (Caller By, string Status, string Outcome, string? Article) end, CancellationToken cancellation) =>
        ExecuteAsync(
            connection,
            """
            update rights.request set status = $2, closed_at = $3, outcome_cipher = $4, refusal_article = nullif($5, ''),
              handler = coalesce(handler, $6), taken_at = coalesce(taken_at, $3)
            where id = $1
            """,
            [request, end.Status, parts.Time.GetUtcNow(), protector.Encrypt(end.Outcome), end.Article ?? "", HandlerOf(end.By)],
            cancellation);

    private static async Task<int> ExecuteAsync(NpgsqlConnection connection, string sql, object[] values, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql, object[] values, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return await command.ExecuteScalarAsync(cancellation);
    }

    private sealed record Draft(string Wish, string? Evidence, List<MutationError> Errors)
    {
        public string? Attribute { get; private init; }

        public string? SourceFeed { get; private init; }

        public long? BusinessId { get; private init; }

        public static Draft Of(HubRequest request, string kind, InputObject input)
        {
            var errors = new List<MutationError>();
            var isCorrection = kind == "CORRECTION";
            var wish = RightsTexts.Required(input, isCorrection ? "value" : "wish", errors);
            var draft = new Draft(wish, RightsTexts.Optional(input, "evidence", errors), errors);
            return isCorrection ? draft.Corrects(request, input) : draft;
        }

        private Draft Corrects(HubRequest request, InputObject input)
        {
            var attribute = input.Get<string>("attribute")!;
            var name = attribute.Split('.');
            var isField = name.Length == 2 && (request.View.Schema.Type(name[0]) as DataHub.GraphQL.Types.FieldsType)?.Field(name[1]) is not null;
            if (!isField) Errors.Add(new("UNKNOWN_FIELD", "No field of the contract that the caller may read has this name.", "attribute"));
            long? business = null;
            if (input.Get<string>("businessId") is { } id)
            {
                if (request.Hub.Ids.TryDecode("Business", id, out var number)) business = number;
                else Errors.Add(new("UNKNOWN_BUSINESS", "It is none of the caller's businesses.", "businessId"));
            }
            return this with { Attribute = attribute, SourceFeed = input.Get<string>("sourceFeed"), BusinessId = business };
        }
    }
}

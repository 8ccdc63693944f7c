using DataHub.GraphQL.Execution;
using DataHub.Planning;
using DataHub.Shared;
using DataHub.Shared.Ids;
using Npgsql;

namespace DataHub.Rights;

/// <summary>Bans on erasing.</summary>
internal sealed class LegalHolds(NpgsqlDataSource database, TimeProvider time)
{
    private const int Most = 500;
    private const string Columns = "id, person_id, business_id, retention, reason, placed_by, placed_at, lifted_by, lifted_at";

    public async Task<IReadOnlyList<LegalHold>> ReadAsync(NodeIds ids, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand($"select {Columns} from rights.legal_hold order by id desc limit {Most}");
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var holds = new List<LegalHold>();
        while (await reader.ReadAsync(cancellation)) holds.Add(Read(reader, ids));
        return holds;
    }

    public async Task<LegalHoldPayload> PlaceAsync(HubRequest request, InputObject input, CancellationToken cancellation)
    {
        var errors = new List<MutationError>();
        var reason = RightsTexts.Open(input, "reason", errors);
        var (person, business) = (NumberOf(request, input, "Person", errors), NumberOf(request, input, "Business", errors));
        var retention = input.Get<string>("retention");
        if (new object?[] { input.Get<string>("personId"), input.Get<string>("businessId"), retention }.Count(given => given is not null) != 1)
            errors.Add(new("NOT_ONE_SUBJECT", "Exactly one of personId, businessId and retention must be given.", null));
        if (errors.Count > 0) return new(null, errors);
        await using var command = database.CreateCommand(
            $"""
            insert into rights.legal_hold (person_id, business_id, retention, reason, placed_by, placed_at)
            select $1, $2, $3, $4, $5, $6 where $3 is null or exists (select from rights.retention where name = $3)
            returning {Columns}
            """);
        command.Parameters.Add(new() { Value = (object?)person ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Bigint });
        command.Parameters.Add(new() { Value = (object?)business ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Bigint });
        command.Parameters.Add(new() { Value = (object?)retention ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = reason });
        command.Parameters.Add(new() { Value = $"{request.Caller.Client}/{request.Caller.Subject}" });
        command.Parameters.Add(new() { Value = time.GetUtcNow() });
        return await OneAsync(command, request, new("UNKNOWN_KIND", "No kind of data has this name; retentionRules lists them.", "retention"), cancellation);
    }

    public async Task<LegalHoldPayload> LiftAsync(HubRequest request, string id, CancellationToken cancellation)
    {
        var unknown = new MutationError("UNKNOWN_HOLD", "No hold in force has this id.", "id");
        if (!request.Hub.Ids.TryDecode("LegalHold", id, out var number)) return new(null, [unknown]);
        await using var command = database.CreateCommand(
            $"update rights.legal_hold set lifted_by = $2, lifted_at = $3 where id = $1 and lifted_at is null returning {Columns}");
        command.Parameters.Add(new() { Value = number });
        command.Parameters.Add(new() { Value = $"{request.Caller.Client}/{request.Caller.Subject}" });
        command.Parameters.Add(new() { Value = time.GetUtcNow() });
        return await OneAsync(command, request, unknown, cancellation);
    }

    private static long? NumberOf(HubRequest request, InputObject input, string type, List<MutationError> errors)
    {
        var field = $"{char.ToLowerInvariant(type[0])}{type[1..]}Id";
        if (input.Get<string>(field) is not { } id) return null;
        if (request.Hub.Ids.TryDecode(type, id, out var number)) return number;
        errors.Add(new("UNKNOWN_SUBJECT", $"It is no id of a {type}.", field));
        return null;
    }

    private static async Task<LegalHoldPayload> OneAsync(NpgsqlCommand command, HubRequest request, MutationError none, CancellationToken cancellation)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? new(Read(reader, request.Hub.Ids), []) : new(null, [none]);
    }

    private static LegalHold Read(NpgsqlDataReader row, NodeIds ids) => new(
        ids.Encode("LegalHold", row.GetInt64(0)), row.IsDBNull(1) ? null : ids.Encode("Person", row.GetInt64(1)),
        row.IsDBNull(2) ? null : ids.Encode("Business", row.GetInt64(2)), row.IsDBNull(3) ? null : row.GetString(3), row.GetString(4))
    {
        PlacedBy = row.GetString(5),
        PlacedAt = row.GetDateTime(6),
        LiftedBy = row.IsDBNull(7) ? null : row.GetString(7),
        LiftedAt = row.IsDBNull(8) ? null : row.GetDateTime(8),
    };
}

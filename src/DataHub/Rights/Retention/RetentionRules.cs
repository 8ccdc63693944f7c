using DataHub.GraphQL.Execution;
using DataHub.Planning;
using DataHub.Shared;
using Npgsql;

namespace DataHub.Rights.Retention;

/// <summary>Reads and changes how long data is kept (rights.retention).</summary>
internal sealed class RetentionRules(NpgsqlDataSource database, TimeProvider time)
{
    private const int MostMonths = 1200;
    private const string Columns = "name, tables, months, on_erasure, ground, confidence, changed_by, changed_at";

    public async Task<IReadOnlyList<RetentionRule>> ReadAsync(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand($"select {Columns} from rights.retention order by name");
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rules = new List<RetentionRule>();
        while (await reader.ReadAsync(cancellation)) rules.Add(Read(reader));
        return rules;
    }

    /// <summary>A steward's change; what was found unsure before is the steward's word from now on.</summary>
    public async Task<RetentionPayload> SetAsync(HubRequest request, InputObject input, CancellationToken cancellation)
    {
        var errors = new List<MutationError>();
        var ground = RightsTexts.Open(input, "ground", errors);
        var months = input.Get<int?>("months");
        if (months is < 1 or > MostMonths) errors.Add(new("INVALID_MONTHS", $"months must be 1 to {MostMonths}, or null.", "months"));
        if (errors.Count > 0) return new(null, errors);
        await using var command = database.CreateCommand(
            $"""
            update rights.retention set months = $2, on_erasure = $3, ground = $4, changed_by = $5, changed_at = $6 where name = $1
            returning {Columns}
            """);
        command.Parameters.Add(new() { Value = input.Get<string>("name")! });
        command.Parameters.Add(new() { Value = months is { } given ? given : DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Integer });
        command.Parameters.Add(new() { Value = input.Get<string>("onErasure")! });
        command.Parameters.Add(new() { Value = ground });
        command.Parameters.Add(new() { Value = $"{request.Caller.Client}/{request.Caller.Subject}" });
        command.Parameters.Add(new() { Value = time.GetUtcNow() });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? new(Read(reader), [])
            : new(null, [new("UNKNOWN_KIND", "No kind of data has this name; retentionRules lists them.", "name")]);
    }

    private static RetentionRule Read(NpgsqlDataReader row) => new(
        row.GetString(0), row.GetFieldValue<string[]>(1), row.IsDBNull(2) ? null : row.GetInt32(2), row.GetString(3), row.GetString(4))
    {
        Confidence = row.GetString(5),
        ChangedBy = row.IsDBNull(6) ? null : row.GetString(6),
        ChangedAt = row.IsDBNull(7) ? null : row.GetDateTime(7),
    };
}

using Npgsql;

namespace DataHub.Partners;

/// <summary>Reads and writes access.partner; its triggers keep the versions and call the hosts.</summary>
internal static class PartnerStore
{
    private const string Columns = """
        code, version, name, kind, clients, scopes, purposes, plan, documents, networks::text[], agreement, valid_from, valid_until, suspended,
        sender_constraint, change, changed_at, changed_by
        """;

    private const string Insert = """
        insert into access.partner (code, version, name, kind, clients, scopes, purposes, plan, documents, networks, agreement, valid_from, valid_until, suspended,
          sender_constraint, change, changed_at, changed_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::text[]::cidr[], $11, $12, $13, $14, $15, $16, $17, $18)
        """;

    private const string Update = """
        update access.partner set version = $2, name = $3, kind = $4, clients = $5, scopes = $6, purposes = $7, plan = $8, documents = $9,
          networks = $10::text[]::cidr[], agreement = $11, valid_from = $12, valid_until = $13, suspended = $14, sender_constraint = $15, change = $16,
          changed_at = $17, changed_by = $18
        where code = $1
        """;

    /// <summary>Lets changes come one after the other, from here to the end of the transaction.</summary>
    public static Task LockAsync(NpgsqlConnection connection, CancellationToken cancellation) =>
        ExecuteAsync(connection, "select pg_advisory_xact_lock(hashtextextended('access.partner', 0))", [], cancellation);

    /// <summary>Number of the last version of any partner; 0 when there is none.</summary>
    public static async Task<long> MarkAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select coalesce(max(id), 0) from access.partner_version", connection);
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>All partners, as they are now.</summary>
    public static Task<List<Partner>> AllAsync(NpgsqlConnection connection, CancellationToken cancellation) =>
        ReadAsync(connection, $"select {Columns} from access.partner order by code", [], cancellation);

    /// <summary>Null when there is none of the code.</summary>
    public static async Task<Partner?> FindAsync(NpgsqlConnection connection, string code, CancellationToken cancellation) =>
        (await ReadAsync(connection, $"select {Columns} from access.partner where code = $1", [code], cancellation)).SingleOrDefault();

    /// <summary>A page of partners by code.</summary>
    public static Task<List<Partner>> PageAsync(NpgsqlConnection connection, string? kind, string? after, CancellationToken cancellation) => ReadAsync(
        connection,
        $"""
        select {Columns} from access.partner where ($1::text is null or kind = $1) and ($2::text is null or code collate "C" > $2)
        order by code collate "C" limit 100
        """,
        [kind, after],
        cancellation);

    /// <summary>A page of a partner's versions, newest first.</summary>
    public static Task<List<Partner>> HistoryAsync(NpgsqlConnection connection, string code, int? before, CancellationToken cancellation) => ReadAsync(
        connection,
        $"select {Columns} from access.partner_version where code = $1 and ($2::int is null or version < $2) order by version desc limit 100",
        [code, before],
        cancellation);

    /// <summary>Those of the clients that another partner has.</summary>
    public static async Task<List<string>> TakenAsync(NpgsqlConnection connection, Partner partner, CancellationToken cancellation)
    {
        await using var command = Command(
            connection, "select client from access.partner_client where client = any ($1) and code <> $2 order by client", [partner.Clients.ToArray(), partner.Code]);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var taken = new List<string>();
        while (await reader.ReadAsync(cancellation)) taken.Add(reader.GetString(0));
        return taken;
    }

    /// <summary>Writes a version: the first one of a partner, or the next.</summary>
    public static Task WriteAsync(NpgsqlConnection connection, Partner partner, CancellationToken cancellation) =>
        ExecuteAsync(connection, partner.Version == 1 ? Insert : Update, Values(partner), cancellation);

    private static object?[] Values(Partner partner) =>
    [
        partner.Code, partner.Version, partner.Name, partner.Kind, partner.Clients.ToArray(), partner.Scopes.ToArray(), partner.Purposes.ToArray(),
        partner.Plan, partner.Documents?.ToArray(), partner.Networks.ToArray(), partner.Agreement, partner.ValidFrom, partner.ValidUntil,
        partner.Suspended, partner.SenderConstraint, partner.Change, partner.ChangedAt, partner.ChangedBy,
    ];

    private static async Task<List<Partner>> ReadAsync(NpgsqlConnection connection, string sql, object?[] values, CancellationToken cancellation)
    {
        await using var command = Command(connection, sql, values);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var partners = new List<Partner>();
        while (await reader.ReadAsync(cancellation)) partners.Add(Read(reader));
        return partners;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, object?[] values, CancellationToken cancellation)
    {
        await using var command = Command(connection, sql, values);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, object?[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        return command;
    }

    private static Partner Read(NpgsqlDataReader row) => new(row.GetString(0), row.GetInt32(1))
    {
        Name = row.GetString(2),
        Kind = row.GetString(3),
        Clients = row.GetFieldValue<string[]>(4),
        Scopes = row.GetFieldValue<string[]>(5),
        Purposes = row.GetFieldValue<string[]>(6),
        Plan = row.GetString(7),
        Documents = row.IsDBNull(8) ? null : row.GetFieldValue<string[]>(8),
        Networks = row.GetFieldValue<string[]>(9),
        Agreement = row.GetString(10),
        ValidFrom = row.GetDateTime(11),
        ValidUntil = row.IsDBNull(12) ? null : row.GetDateTime(12),
        Suspended = row.IsDBNull(13) ? null : row.GetString(13),
        SenderConstraint = row.GetString(14),
        Change = row.GetString(15),
        ChangedAt = row.GetDateTime(16),
        ChangedBy = row.GetString(17),
    };
}

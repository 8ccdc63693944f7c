using DataHub.Shared.Ids;
using Npgsql;

namespace DataHub.Consent;

/// <summary>Reads consents as they stand.</summary>
internal sealed class ConsentReader(NodeIds ids)
{
    /// <summary>Type name in ids.</summary>
    public const string TypeName = "Consent";

    private const int Most = 100;

    private const string Columns = """
        select c.id, c.organisation, c.purpose, c.fields, c.valid_from, c.valid_until,
          case when w.consent_id is not null then 'Withdrawn' when c.valid_until <= clock_timestamp() then 'Ended'
            when c.valid_from > clock_timestamp() then 'Future' else 'Live' end,
          c.evidence_kind, c.evidence_reference, c.notice_version, c.given_at, w.withdrawn_at
        from access.consent c left join access.consent_withdrawal w on w.consent_id = c.id
        """;

    private const string OfPerson = $"""
        {Columns} where c.person_id = $1
        order by (w.consent_id is null and c.valid_from <= clock_timestamp() and c.valid_until > clock_timestamp()) desc, c.id desc limit $2
        """;

    private const string ById = $"{Columns} where c.id = $1";

    /// <summary>A person's consents, those that hold first, then newest first; at most 100.</summary>
    public async Task<IReadOnlyList<Consent>> OfPersonAsync(NpgsqlDataSource source, long person, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(OfPerson);
        command.Parameters.Add(new() { Value = person });
        command.Parameters.Add(new() { Value = Most });
        return await ReadAsync(command, cancellation);
    }

    /// <summary>The consent of a number.</summary>
    public async Task<Consent> ByIdAsync(NpgsqlConnection connection, long id, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(ById, connection) { Parameters = { new() { Value = id } } };
        return (await ReadAsync(command, cancellation))[0];
    }

    private async Task<IReadOnlyList<Consent>> ReadAsync(NpgsqlCommand command, CancellationToken cancellation)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var consents = new List<Consent>();
        while (await reader.ReadAsync(cancellation))
            consents.Add(new Consent(
                ids.Encode(TypeName, reader.GetInt64(0)), reader.GetString(1), reader.GetString(2), reader.GetFieldValue<string[]>(3),
                reader.GetDateTime(4), reader.GetDateTime(5), Enum.Parse<ConsentStatus>(reader.GetString(6)),
                Enum.Parse<ConsentEvidence>(reader.GetString(7), ignoreCase: true), reader.IsDBNull(8) ? null : reader.GetString(8),
                reader.GetString(9), reader.GetDateTime(10), reader.IsDBNull(11) ? null : reader.GetDateTime(11)));
        return consents;
    }
}

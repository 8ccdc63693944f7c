using Npgsql;
using NpgsqlTypes;

namespace DataHub.Audit;

/// <summary>Who was affected by what was entered between two times: the ground of a breach report (UU 27/2022 Article 46).</summary>
public sealed class AffectedSubjects(NpgsqlDataSource source)
{
    private const string Sql = """
        select s.is_person, s.id, min(e.at), max(e.at), array_agg(distinct f.field) filter (where f.field is not null)
        from audit.entry e
        cross join lateral (select true, unnest(e.persons) union all select false, unnest(e.businesses)) s(is_person, id)
        left join lateral unnest(e.fields) f(field) on true
        where e.at >= $1 and e.at < $2 and e.outcome in ('ANSWERED', 'PARTIAL')
          and ($3::text is null or e.organisation = $3) and ($4::text is null or e.client = $4)
        group by s.is_person, s.id order by s.is_person, s.id
        """;

    /// <summary>Each person and business of which something was answered, with the fields and when.</summary>
    /// <param name="from">First moment.</param>
    /// <param name="to">The moment after the last one.</param>
    /// <param name="organisation">Only answers to it; null: to all.</param>
    /// <param name="client">Only answers to it; null: to all.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<IReadOnlyList<AffectedSubject>> BetweenAsync(
        DateTimeOffset from, DateTimeOffset to, string? organisation = null, string? client = null, CancellationToken cancellation = default)
    {
        await using var command = source.CreateCommand(Sql);
        command.CommandTimeout = 0;
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = from.UtcDateTime });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = to.UtcDateTime });
        foreach (var text in (ReadOnlySpan<string?>)[organisation, client])
            command.Parameters.Add(new NpgsqlParameter { Value = (object?)text ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<AffectedSubject>();
        while (await reader.ReadAsync(cancellation))
        {
            found.Add(new AffectedSubject(
                new Subject(reader.GetBoolean(0), reader.GetInt64(1)), reader.GetDateTime(2), reader.GetDateTime(3),
                reader.IsDBNull(4) ? [] : reader.GetFieldValue<string[]>(4)));
        }
        return found;
    }
}

/// <summary>A person or business of which something was answered.</summary>
/// <param name="Subject">Which.</param>
/// <param name="First">When first, UTC.</param>
/// <param name="Last">When last, UTC.</param>
/// <param name="Fields">Coordinates of the personal fields, in alphabetical order.</param>
public sealed record AffectedSubject(Subject Subject, DateTime First, DateTime Last, IReadOnlyList<string> Fields);

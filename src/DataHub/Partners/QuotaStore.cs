using Npgsql;

namespace DataHub.Partners;

/// <summary>Reads and writes access.quota_person and access.quota_client.</summary>
internal static class QuotaStore
{
    /// <summary>Forgets days before one.</summary>
    public static async Task PruneAsync(NpgsqlConnection connection, DateOnly before, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new("delete from access.quota_person where day < $1") { Parameters = { new() { Value = before } } },
                new("delete from access.quota_client where day < $1") { Parameters = { new() { Value = before } } },
            },
        };
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Of whom each organisation was told on a day.</summary>
    public static async Task<IReadOnlyList<(string Organisation, long[] Persons)>> PersonsAsync(NpgsqlConnection connection, DateOnly day, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            "select organisation, array_agg(person_id) from access.quota_person where day = $1 group by organisation", connection)
        { Parameters = { new() { Value = day } } };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var persons = new List<(string, long[])>();
        while (await reader.ReadAsync(cancellation)) persons.Add((reader.GetString(0), reader.GetFieldValue<long[]>(1)));
        return persons;
    }

    /// <summary>How many subjects each client got on a day.</summary>
    public static async Task<IReadOnlyList<(string Client, long Subjects)>> SubjectsAsync(NpgsqlConnection connection, DateOnly day, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select client, subjects from access.quota_client where day = $1", connection) { Parameters = { new() { Value = day } } };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var subjects = new List<(string, long)>();
        while (await reader.ReadAsync(cancellation)) subjects.Add((reader.GetString(0), reader.GetInt64(1)));
        return subjects;
    }

    /// <summary>Adds persons, and tells how many there are by then, those of other hosts included.</summary>
    public static async Task<long> AddAsync(NpgsqlConnection connection, (DateOnly Day, string Organisation) of, long[] persons, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new("insert into access.quota_person (day, organisation, person_id) select $1, $2, p from unnest($3) p on conflict do nothing")
                {
                    Parameters = { new() { Value = of.Day }, new() { Value = of.Organisation }, new() { Value = persons } },
                },
                new("select count(*) from access.quota_person where day = $1 and organisation = $2")
                {
                    Parameters = { new() { Value = of.Day }, new() { Value = of.Organisation } },
                },
            },
        };
        return (long)(await batch.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>Adds to a client's subjects, and tells how many there are by then, those of other hosts included.</summary>
    public static async Task<long> AddAsync(NpgsqlConnection connection, (DateOnly Day, string Client) of, long subjects, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            """
            insert into access.quota_client as q (day, client, subjects) values ($1, $2, $3)
            on conflict (day, client) do update set subjects = q.subjects + excluded.subjects returning subjects
            """,
            connection)
        { Parameters = { new() { Value = of.Day }, new() { Value = of.Client }, new() { Value = subjects } } };
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }
}

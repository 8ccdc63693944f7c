using Npgsql;

namespace DataHub.Audit;

/// <summary>An entry as it stands in the database.</summary>
public sealed record StoredEntry(LedgerEntry Entry, EntryPlace Place, byte[] Hash)
{
    /// <summary>The columns that <see cref="Read"/> takes, in its order.</summary>
    public const string Columns = """
        seq, at, kind, organisation, client, actor, actor_person, purpose, case_number, operation, document, fields, persons, businesses,
        rows, outcome, code, continues, previous, hash
        """;

    public static StoredEntry Read(NpgsqlDataReader row) => new(
        new LedgerEntry
        {
            Kind = row.GetString(2),
            Organisation = Text(row, 3),
            Client = row.GetString(4),
            Actor = row.GetString(5),
            ActorPerson = row.IsDBNull(6) ? null : row.GetInt64(6),
            Purpose = Text(row, 7),
            CaseNumber = Text(row, 8),
            Operation = Text(row, 9),
            Document = row.IsDBNull(10) ? null : row.GetFieldValue<byte[]>(10),
            Fields = row.GetFieldValue<string[]>(11),
            Persons = row.GetFieldValue<long[]>(12),
            Businesses = row.GetFieldValue<long[]>(13),
            Rows = row.GetInt32(14),
            Outcome = row.GetString(15),
            Code = Text(row, 16),
            Continues = row.IsDBNull(17) ? null : row.GetInt64(17),
        },
        new EntryPlace(row.GetInt64(0), row.GetDateTime(1), row.GetFieldValue<byte[]>(18)),
        row.GetFieldValue<byte[]>(19));

    private static string? Text(NpgsqlDataReader row, int ordinal) => row.IsDBNull(ordinal) ? null : row.GetString(ordinal);
}

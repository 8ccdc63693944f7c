using System.Text.Json;
using Npgsql;

namespace DataHub.Bench.Floor;

/// <summary>Rows of child lists, whose first column is the parent's key.</summary>
internal static class ChildRows
{
    private static readonly Field[] LoanFields =
        [new("kind", Form.Text), new("plafon", Form.Amount), new("outstanding", Form.Amount), new("akadOn", Form.Date)];

    private static readonly Field[] TrainingFields = [new("startedOn", Form.Date), new("hours", Form.Number), new("passed", Form.Boolean)];
    private static readonly Field[] ProgrammeFields = [new("code", Form.Text), new("name", Form.Text)];
    private static readonly Field[] ListingFields = [new("price", Form.Amount)];

    /// <summary>Loans of businesses by their keys.</summary>
    public const string LoansOfMany = """
        select l.business_id, l.kind, l.plafon::text, l.outstanding::text, l.akad_on from credit.loan l
        where l.business_id = any($1) order by l.business_id, l.akad_on desc, l.id
        """;

    /// <summary>Participations of businesses by their keys, with their programmes.</summary>
    public const string TrainingsOfMany = """
        select t.business_id, t.started_on, t.hours, t.passed, p.code, p.name
        from training.participation t left join training.programme p on p.id = t.programme_id
        where t.business_id = any($1) order by t.business_id, t.started_on desc, t.id
        """;

    public static void Loan(NpgsqlDataReader row, Utf8JsonWriter json, byte[] scratch)
    {
        json.WriteStartObject();
        Field.WriteAll(LoanFields, row, 1, (json, scratch));
        json.WriteEndObject();
    }

    public static void Listing(NpgsqlDataReader row, Utf8JsonWriter json, byte[] scratch)
    {
        json.WriteStartObject();
        Field.WriteAll(ListingFields, row, 1, (json, scratch));
        json.WriteEndObject();
    }

    public static void Training(NpgsqlDataReader row, Utf8JsonWriter json, byte[] scratch)
    {
        json.WriteStartObject();
        TrainingMembers(row, json, scratch);
        json.WriteEndObject();
    }

    /// <summary>A participation's members, for an object that is open.</summary>
    public static void TrainingMembers(NpgsqlDataReader row, Utf8JsonWriter json, byte[] scratch)
    {
        Field.WriteAll(TrainingFields, row, 1, (json, scratch));
        if (row.IsDBNull(4))
        {
            json.WriteNull(Names.Programme);
            return;
        }
        json.WriteStartObject(Names.Programme);
        Field.WriteAll(ProgrammeFields, row, 4, (json, scratch));
        json.WriteEndObject();
    }
}

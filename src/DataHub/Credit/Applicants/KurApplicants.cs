using DataHub.Shared.Secrets;
using Npgsql;

namespace DataHub.Credit.Applicants;

/// <summary>Loads what the hub knows of applicants: four statements in two round trips, however many applications there are.</summary>
public sealed class KurApplicants(Protector protector)
{
    // Functions of migration 0018: consumers may not read what they read.
    private const string ByNib = """
        select asked_nib, owner_id, id, nib, status, registered_on, first_issued_on, kbli, kbli_version, scale, annual_sales, annual_sales_year,
          regency_code, is_certain, owner_nik_hash
        from credit.kur_businesses_by_nib($1)
        """;

    private const string ByNik = """
        select nik_hash, person_id, id, nib, status, registered_on, first_issued_on, kbli, kbli_version, scale, annual_sales, annual_sales_year,
          regency_code, is_certain
        from credit.kur_businesses_by_nik($1)
        """;

    private const string Loans = """
        select kind, plafon, outstanding, kolektibilitas, akad_on, lender_code, reported_on, business_id, person_id, is_certain
        from credit.kur_loans($1, $2)
        """;

    private const string Trainings = "select person_id, started_on, passed, is_certain from credit.kur_trainings($1)";

    /// <summary>
    /// What is known of each application's applicant, in the order given. Reads in the connection's transaction if one is open.
    /// </summary>
    public async Task<IReadOnlyList<KurApplicant>> LoadAsync(
        NpgsqlConnection connection, IReadOnlyList<KurApplication> applications, CancellationToken cancellation = default)
    {
        var people = await ReadPeopleAsync(connection, applications, cancellation);
        var subjects = applications.Select(application => people.SubjectOf(application, protector)).ToList();
        var history = await ReadHistoryAsync(connection, subjects, cancellation);
        return [.. subjects.Select(history.Complete)];
    }

    private async Task<KnownPeople> ReadPeopleAsync(
        NpgsqlConnection connection, IReadOnlyList<KurApplication> applications, CancellationToken cancellation)
    {
        var nibs = applications.Select(application => application.Nib).OfType<string>().Distinct().ToArray();
        var niks = applications.Select(application => application.Nik).OfType<string>().Distinct().SelectMany(protector.Hashes).ToArray();
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new(ByNib) { Parameters = { new() { Value = nibs } } },
                new(ByNik) { Parameters = { new() { Value = niks } } },
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        var results = new ResultReader(reader, cancellation);
        var named = await results.NextAsync(row => new NamedBusiness(
            row.GetString(0), row.NullableValue<long>(1), ReadBusiness(row), row.IsDBNull(14) ? null : row.GetFieldValue<byte[]>(14)));
        var owned = await results.NextAsync(row => new OwnedBusiness(
            row.GetFieldValue<byte[]>(0), row.GetInt64(1), row.IsDBNull(2) ? null : ReadBusiness(row)));
        return new KnownPeople(named, owned);
    }

    private static async Task<KnownHistory> ReadHistoryAsync(
        NpgsqlConnection connection, List<KurSubject> subjects, CancellationToken cancellation)
    {
        var people = subjects.Select(subject => subject.PersonId).OfType<long>().Distinct().ToArray();
        var businesses = subjects.SelectMany(subject => subject.BusinessIds).Distinct().ToArray();
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new(Loans) { Parameters = { new() { Value = people }, new() { Value = businesses } } },
                new(Trainings) { Parameters = { new() { Value = people } } },
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        var results = new ResultReader(reader, cancellation);
        var loans = await results.NextAsync(row => (ReadLoan(row), row.NullableValue<long>(8)));
        var trainings = await results.NextAsync(row => (
            row.GetInt64(0), new KurTrainingFact(row.NullableValue<DateOnly>(1), row.NullableValue<bool>(2), row.GetBoolean(3))));
        return new KnownHistory(loans, trainings);
    }

    // Columns 2 to 13 of both statements on businesses.
    private static KurBusiness ReadBusiness(NpgsqlDataReader row) => new()
    {
        Id = row.GetInt64(2),
        Nib = row.NullableText(3),
        Status = row.NullableText(4),
        RegisteredOn = row.NullableValue<DateOnly>(5),
        FirstLicensedOn = row.NullableValue<DateOnly>(6),
        Kbli = row.NullableText(7),
        KbliVersion = row.NullableText(8),
        Scale = row.NullableText(9),
        AnnualSales = row.NullableValue<decimal>(10),
        AnnualSalesYear = row.NullableValue<int>(11),
        RegencyCode = row.NullableText(12),
        IsAnnualSalesCertain = row.GetBoolean(13),
    };

    private static KurLoanFact ReadLoan(NpgsqlDataReader row) => new()
    {
        Kind = row.NullableText(0) is { } kind ? EnumWords.Parse<KurKind>(kind) : null,
        Plafon = row.NullableValue<decimal>(1),
        Outstanding = row.NullableValue<decimal>(2),
        Kolektibilitas = row.NullableValue<int>(3),
        AkadOn = row.NullableValue<DateOnly>(4),
        LenderCode = row.NullableText(5),
        ReportedOn = row.GetFieldValue<DateOnly>(6),
        BusinessId = row.NullableValue<long>(7),
        Certain = row.GetBoolean(9),
        OfPerson = false,
    };
}

using System.Globalization;
using Npgsql;

namespace DataHub.Rights.Retention;

/// <summary>
/// How long entries of the ledger stay: by the period of rights.retention, and as long as a legal hold needs one of them. The ledger goes by
/// whole months of UTC.
/// </summary>
public sealed class LedgerTerm(NpgsqlDataSource database, TimeProvider time)
{
    private const string Holds =
        """
        select count(*)::int, (min(h.placed_at) at time zone 'Asia/Jakarta')::date
        from rights.legal_hold h
        where h.lifted_at is null and (h.retention = 'ledger' or exists (
          select from audit.entry e where e.at < $1 and (h.person_id = any(e.persons) or h.business_id = any(e.businesses))))
        """;

    /// <summary>The first month whose time is not over; null: the ledger is kept for good.</summary>
    public async Task<DateOnly?> FirstKeptAsync(CancellationToken cancellation) =>
        await MonthsAsync(cancellation) is { } months ? FirstOf(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddMonths(-months)) : null;

    /// <summary>Why the months before one may not go, and until when; null: they may.</summary>
    /// <param name="month">First day of the first month that would stay.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<string?> ObjectionAsync(DateOnly month, CancellationToken cancellation)
    {
        if (await MonthsAsync(cancellation) is not { } months) return "entries of the ledger are kept for good (the retention rule ledger has no months)";
        var first = FirstOf(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddMonths(-months));
        if (month > first)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"entries of the ledger are kept for {months} months (retention rule ledger): the months before {month:yyyy-MM} may go from "
                + $"{month.AddMonths(months):yyyy-MM-dd} on, now those before {first:yyyy-MM} may");
        }
        await using var command = database.CreateCommand(Holds);
        command.CommandTimeout = 0;
        command.Parameters.Add(new() { Value = new DateTimeOffset(month, TimeOnly.MinValue, TimeSpan.Zero) });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        await row.ReadAsync(cancellation);
        if (row.GetInt32(0) is not (> 0 and var holds)) return null;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{holds} legal {(holds == 1 ? "hold" : "holds")}, the first placed on {row.GetFieldValue<DateOnly>(1):yyyy-MM-dd}, "
            + $"{(holds == 1 ? "needs" : "need")} entries of the months before {month:yyyy-MM}: they stay until it is lifted (legalHolds, liftLegalHold)");
    }

    private static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);

    private async Task<int?> MonthsAsync(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("select months from rights.retention where name = 'ledger'");
        return await command.ExecuteScalarAsync(cancellation) as int?;
    }
}

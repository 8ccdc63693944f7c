using DataHub.Audit;
using Npgsql;

namespace DataHub.Rights.Retention;

/// <summary>What a run did to a kind of data.</summary>
/// <param name="Kind">Name in rights.retention.</param>
/// <param name="Table">With its schema.</param>
/// <param name="Rows">Deleted or anonymised; of a trial run, that would be.</param>
/// <param name="Held">Whose time is over, and that a legal hold keeps.</param>
public sealed record RetentionResult(string Kind, string Table, long Rows, long Held);

/// <summary>Enforces how long data is kept, a bounded batch at a time. One process does it; a broken-off run is gone on with by the next.</summary>
/// <param name="database">Its tables.</param>
/// <param name="time">The clock.</param>
/// <param name="ledger">Removes months of the ledger; null: the ledger is left alone.</param>
public sealed class RetentionJob(NpgsqlDataSource database, TimeProvider time, LedgerRotation? ledger = null)
{
    // Any number, as long as every host takes the same one.
    private const long Lock = 5432101701;
    private const int BatchRows = 1000;

    /// <summary>Null: another process is at it.</summary>
    public async Task<IReadOnlyList<RetentionResult>?> RunAsync(bool isTrial, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        if (await ScalarAsync(connection, $"select pg_try_advisory_lock({Lock})", [], cancellation) is not true) return null;
        try
        {
            var results = new List<RetentionResult>();
            foreach (var target in RetentionTarget.All)
            {
                if (await MonthsAsync(connection, target.Kind, cancellation) is not { } months) continue;
                results.Add(await EnforceAsync(connection, target, time.GetUtcNow().AddMonths(-months), isTrial, cancellation));
            }
            if (ledger is not null && !isTrial) await RotateLedgerAsync(ledger, cancellation);
            return results;
        }
        finally
        {
            if (connection.FullState == System.Data.ConnectionState.Open)
                await ScalarAsync(connection, $"select pg_advisory_unlock({Lock})", [], CancellationToken.None);
        }
    }

    private async Task<RetentionResult> EnforceAsync(
        NpgsqlConnection connection, RetentionTarget target, DateTimeOffset before, bool isTrial, CancellationToken cancellation)
    {
        var isHeld = $"rights.is_held('{target.Kind}', {target.Held})";
        var held = (long)(await ScalarAsync(
            connection, $"select count(*) from {target.Table} x where {target.IsOver} and {isHeld}", [before], cancellation))!;
        if (isTrial)
        {
            var due = (long)(await ScalarAsync(
                connection, $"select count(*) from {target.Table} x where {target.IsOver} and not {isHeld}", [before], cancellation))!;
            return new(target.Kind, target.Table, due, held);
        }
        var (rows, batch) = (0L, 0);
        do
        {
            batch = await BatchAsync(connection, target, isHeld, before, cancellation);
            rows += batch;
        }
        while (batch == BatchRows);
        await ScalarAsync(
            connection, "insert into rights.retention_run (name, at, removed) values ($1, $2, $3) returning id",
            [target.Kind, time.GetUtcNow(), rows], cancellation);
        return new(target.Kind, target.Table, rows, held);
    }

    /// <summary>The ledger goes by whole months; while a hold needs one entry of them, all stay.</summary>
    private async Task RotateLedgerAsync(LedgerRotation rotation, CancellationToken cancellation)
    {
        var term = new LedgerTerm(database, time);
        if (await term.FirstKeptAsync(cancellation) is not { } first || await term.ObjectionAsync(first, cancellation) is not null) return;
        await rotation.RemoveBeforeAsync(first, cancellation);
    }

    private static async Task<int> BatchAsync(
        NpgsqlConnection connection, RetentionTarget target, string isHeld, DateTimeOffset before, CancellationToken cancellation)
    {
        var due = $"select x.id from {target.Table} x where {target.IsOver} and not {isHeld} order by x.id limit {BatchRows} for update skip locked";
        var sql = target.Anonymise is { } assignments
            ? $"with due as ({due}) update {target.Table} y set {assignments} from due where y.id = due.id"
            : $"with due as ({due}) delete from {target.Table} y using due where y.id = due.id";
        if (target.Kind == "requests")
        {
            // A lifted restriction is part of its request.
            await using var parts = new NpgsqlCommand($"with due as ({due}) delete from rights.restriction r using due where r.request_id = due.id", connection);
            parts.Parameters.Add(new() { Value = before });
            await parts.ExecuteNonQueryAsync(cancellation);
        }
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0, Parameters = { new() { Value = before } } };
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task<int?> MonthsAsync(NpgsqlConnection connection, string kind, CancellationToken cancellation) =>
        await ScalarAsync(connection, "select months from rights.retention where name = $1", [kind], cancellation) as int?;

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql, object[] values, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return await command.ExecuteScalarAsync(cancellation);
    }
}

using System.Globalization;
using Npgsql;

namespace DataHub.Audit;

/// <summary>Removes entries whose time is over, a month at a time, and leaves of each chain a signed anchor so that the rest can still be checked.</summary>
public sealed class LedgerRotation(NpgsqlDataSource source, LedgerPlace place, TimeProvider time)
{
    private const string Partitions = """
        select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = 'audit.entry'::regclass order by c.relname
        """;

    /// <summary>
    /// Removes the months before one. Gives the names of the tables that are gone. Throws <see cref="InvalidDataException"/>, and removes nothing,
    /// when a chain is broken: what is wrong with it could not be found any more.
    /// </summary>
    /// <param name="month">First month that stays.</param>
    /// <param name="cancellation">Ends it between two months.</param>
    public async Task<IReadOnlyList<string>> RemoveBeforeAsync(DateOnly month, CancellationToken cancellation = default)
    {
        var broken = (await new LedgerVerifier(source, place).VerifyAsync(null, cancellation)).FirstOrDefault(f => f.Fault is not null);
        if (broken is not null) throw new InvalidDataException($"The chain {broken.Chain} is broken at entry {broken.Fault!.Sequence}: nothing is removed.");
        var first = string.Create(CultureInfo.InvariantCulture, $"entry_{month.Year:D4}_{month.Month:D2}");
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var gone = new List<string>();
        foreach (var partition in await NamesAsync(connection, cancellation))
        {
            if (string.CompareOrdinal(partition, first) >= 0) break;
            await RemoveAsync(connection, new NpgsqlCommandBuilder().QuoteIdentifier(partition), cancellation);
            gone.Add(partition);
        }
        return gone;
    }

    private async Task RemoveAsync(NpgsqlConnection connection, string partition, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        foreach (var (number, anchor) in await AnchorsAsync(connection, partition, cancellation))
        {
            var signed = place.Signer.Sign(anchor);
            place.Add(signed);
            await CheckpointTable.AddAsync(connection, number, signed);
        }
        await RunAsync(connection, $"alter table audit.entry detach partition audit.{partition}", cancellation);
        await RunAsync(connection, $"drop table audit.{partition}", cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private async Task<IReadOnlyList<(int Number, Checkpoint Anchor)>> AnchorsAsync(
        NpgsqlConnection connection, string partition, CancellationToken cancellation)
    {
        var at = (time.GetUtcNow().UtcDateTime - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        await using var command = new NpgsqlCommand(
            $"select distinct on (e.chain) e.chain, c.name, e.seq, e.hash, l.id from audit.{partition} e join audit.chain c on c.id = e.chain, audit.ledger l order by e.chain, e.id desc",
            connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var anchors = new List<(int, Checkpoint)>();
        while (await reader.ReadAsync(cancellation))
        {
            var hash = Convert.ToHexStringLower(reader.GetFieldValue<byte[]>(3));
            anchors.Add((reader.GetInt32(0), new Checkpoint(reader.GetGuid(4), reader.GetString(1), reader.GetInt64(2), hash, at, IsAnchor: true, "", "")));
        }
        return anchors;
    }

    private static async Task<List<string>> NamesAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Partitions, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var names = new List<string>();
        while (await reader.ReadAsync(cancellation)) names.Add(reader.GetString(0));
        return names;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellation);
    }
}

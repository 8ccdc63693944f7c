using System.Data;
using System.Globalization;
using Npgsql;

namespace DataHub.Audit;

/// <summary>
/// Checks the chains of a ledger: each entry against its hash and the one before it, the checkpoints against the entries, the end against what
/// the host has noted. Others may be adding meanwhile.
/// </summary>
public sealed class LedgerVerifier(NpgsqlDataSource source, LedgerPlace place)
{
    private const string OfChain = "from audit.entry where id > $1::bigint << 40 and id < ($1::bigint + 1) << 40";

    /// <summary>Checks one chain, or all of them; one finding each. A chain that is known outside the database only is missing.</summary>
    public async Task<IReadOnlyList<LedgerFinding>> VerifyAsync(string? chain = null, CancellationToken cancellation = default)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var ledger = (Guid)(await Command(connection, "select id from audit.ledger").ExecuteScalarAsync(cancellation))!;
        var signed = place.CheckpointsOf(ledger);
        var known = await ChainsAsync(connection, cancellation);
        var findings = new List<LedgerFinding>();
        foreach (var found in known.Where(c => chain is null || c.Name == chain))
            findings.Add(await VerifyAsync(connection, found, new Outside(ledger, [.. signed.Where(s => s.Chain == found.Name)]), cancellation));
        foreach (var missing in place.ChainsOf(ledger).Concat(signed.Select(s => s.Chain)).Distinct(StringComparer.Ordinal).Except(known.Select(c => c.Name)))
            if (chain is null || chain == missing) findings.Add(new LedgerFinding(missing, 0, 0, new LedgerFault(1, "the whole chain is missing")));
        if (await Command(connection, "select count(*) from audit.entry e where not exists (select from audit.chain c where c.id = e.chain)")
                .ExecuteScalarAsync(cancellation) is > 0L and var strays)
            findings.Add(new LedgerFinding("(none)", 0, 0, new LedgerFault(0, string.Create(CultureInfo.InvariantCulture, $"{strays} entries belong to no chain"))));
        return findings;
    }

    private async Task<LedgerFinding> VerifyAsync(
        NpgsqlConnection connection, (int Number, string Name) chain, Outside outside, CancellationToken cancellation)
    {
        // What was noted before the entries are read must be among them; what is among them must have been noted when they were read.
        var before = place.NoteOf(outside.Ledger, chain.Name);
        await using var moment = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        var stored = await CheckpointTable.OfAsync(connection, outside.Ledger, chain);
        var walk = new ChainWalk(chain.Name, [.. stored.Concat(outside.Checkpoints).Distinct()], place.Signer);
        await using (var command = Command(connection, $"select {StoredEntry.Columns} {OfChain} order by id"))
        {
            command.CommandTimeout = 0;
            command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = chain.Number });
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            while (walk.Fault is null && await reader.ReadAsync(cancellation)) walk.Take(StoredEntry.Read(reader));
        }
        walk.End(before, place.NoteOf(outside.Ledger, chain.Name));
        return new LedgerFinding(chain.Name, walk.Entries, walk.Checkpoints, walk.Fault);
    }

    private static async Task<List<(int Number, string Name)>> ChainsAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = Command(connection, "select id, name from audit.chain order by id");
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var chains = new List<(int, string)>();
        while (await reader.ReadAsync(cancellation)) chains.Add((reader.GetInt32(0), reader.GetString(1)));
        return chains;
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql) => new(sql, connection);

    private sealed record Outside(Guid Ledger, IReadOnlyList<Checkpoint> Checkpoints);
}

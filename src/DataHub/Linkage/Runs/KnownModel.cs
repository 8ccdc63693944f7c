using DataHub.Linkage.Model;
using DataHub.Shared.Secrets;
using Npgsql;

namespace DataHub.Linkage.Runs;

/// <summary>The statistics that passes near a few records go by: counted on all records, kept in linkage.model, encrypted.</summary>
internal sealed class KnownModel(Protector protector)
{
    // Counts of a population that has grown by a quarter since tell too little of it. How many keys there are is what PostgreSQL estimates.
    private const string Ask =
        """
        select blocks_at from linkage.model
        where version = $1 and blocks_at is not null
          and (select reltuples from pg_class where oid = 'linkage.block'::regclass) <= 1.25 * block_keys
        """;

    // Reading and decrypting the counts of a province costs more than a pass near one record.
    private volatile Known? known;

    /// <summary>What was counted by a version's rules when all blocks were made; null: there are none.</summary>
    public async Task<ModelFacts?> ReadAsync(NpgsqlConnection connection, string version, CancellationToken cancel)
    {
        await using var ask = new NpgsqlCommand(Ask, connection);
        ask.Parameters.AddWithValue(version);
        if (await ask.ExecuteScalarAsync(cancel) is not DateTime at) return null;
        if (known is { } held && held.Version == version && held.Facts.At == at) return held.Facts;
        await using var command = new NpgsqlCommand(
            "select statistics, records, block_keys from linkage.model where version = $1 and blocks_at = $2", connection);
        command.Parameters.AddWithValue(version);
        command.Parameters.AddWithValue(at);
        await using var row = await command.ExecuteReaderAsync(cancel);
        if (!await row.ReadAsync(cancel)) return null;
        using var stream = new MemoryStream(protector.Decrypt(row.GetFieldValue<byte[]>(0)));
        var facts = new ModelFacts(LinkStatistics.Read(stream), row.GetInt32(1), at) { BlockKeys = row.GetInt64(2) };
        known = new Known(version, facts);
        return facts;
    }

    /// <summary>Makes statistics the ones that passes go by.</summary>
    public async Task WriteAsync(NpgsqlConnection connection, LinkModel model, ModelFacts facts, CancellationToken cancel)
    {
        using var stream = new MemoryStream();
        facts.Statistics.Write(stream);
        await using var command = new NpgsqlCommand(
            """
            with former as (update linkage.model set is_current = false where is_current and version <> $1)
            insert into linkage.model as m (version, parameters, statistics, records, created_at, is_current, blocks_at, block_keys)
            values ($1, $2::jsonb, $3, $4, $5, true, $5, $6)
            on conflict (version) do update set
              statistics = excluded.statistics, records = excluded.records, is_current = true, blocks_at = excluded.blocks_at,
              block_keys = excluded.block_keys
            """, connection);
        command.Parameters.AddWithValue(model.Version);
        command.Parameters.AddWithValue(model.ToJson());
        command.Parameters.AddWithValue(protector.Encrypt(stream.ToArray()));
        command.Parameters.AddWithValue(facts.Records);
        command.Parameters.AddWithValue(facts.At);
        command.Parameters.AddWithValue(facts.BlockKeys);
        await command.ExecuteNonQueryAsync(cancel);
    }

    private sealed record Known(string Version, ModelFacts Facts);
}

/// <summary>What was counted, on how many records, when.</summary>
internal sealed record ModelFacts(LinkStatistics Statistics, int Records, DateTimeOffset At)
{
    /// <summary>How many keys the blocks have.</summary>
    public required long BlockKeys { get; init; }
}

using Npgsql;

namespace DataHub.Audit;

/// <summary>The checkpoints in the database.</summary>
internal static class CheckpointTable
{
    public static async Task AddAsync(NpgsqlConnection connection, int chain, Checkpoint checkpoint)
    {
        await using var command = Insert(connection, chain, checkpoint);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The statement that adds one.</summary>
    public static NpgsqlCommand Insert(NpgsqlConnection connection, int chain, Checkpoint checkpoint) => new(
        """
        insert into audit.checkpoint (chain, seq, is_anchor, hash, at, signer, signature) values ($1, $2, $3, $4, $5, $6, $7)
        on conflict do nothing
        """,
        connection)
    {
        Parameters =
        {
            new() { Value = chain }, new() { Value = checkpoint.Sequence }, new() { Value = checkpoint.IsAnchor },
            new() { Value = Convert.FromHexString(checkpoint.Hash) },
            new() { Value = DateTime.UnixEpoch.AddTicks(checkpoint.At * TimeSpan.TicksPerMicrosecond) },
            new() { Value = checkpoint.Signer }, new() { Value = Convert.FromHexString(checkpoint.Signature) },
        },
    };

    /// <summary>What a chain goes on from when all its entries were removed; the start of a chain when there is no anchor.</summary>
    public static LedgerHead AnchorOf(NpgsqlConnection connection, int chain)
    {
        using var command = new NpgsqlCommand(
            "select seq, at, hash from audit.checkpoint where chain = $1 and is_anchor order by seq desc limit 1", connection)
        { Parameters = { new NpgsqlParameter<int> { TypedValue = chain } } };
        using var reader = command.ExecuteReader();
        return reader.Read()
            ? new LedgerHead(reader.GetInt64(0), reader.GetDateTime(1), reader.GetFieldValue<byte[]>(2))
            : LedgerHead.None;
    }

    /// <summary>All checkpoints of a chain, in its order.</summary>
    public static async Task<IReadOnlyList<Checkpoint>> OfAsync(NpgsqlConnection connection, Guid ledger, (int Number, string Name) chain)
    {
        await using var command = new NpgsqlCommand(
            "select seq, hash, at, is_anchor, signer, signature from audit.checkpoint where chain = $1 order by seq", connection)
        { Parameters = { new NpgsqlParameter<int> { TypedValue = chain.Number } } };
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<Checkpoint>();
        while (await reader.ReadAsync())
        {
            found.Add(new Checkpoint(
                ledger, chain.Name, reader.GetInt64(0), Convert.ToHexStringLower(reader.GetFieldValue<byte[]>(1)),
                (reader.GetDateTime(2) - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond, reader.GetBoolean(3), reader.GetString(4),
                Convert.ToHexStringLower(reader.GetFieldValue<byte[]>(5))));
        }
        return found;
    }
}

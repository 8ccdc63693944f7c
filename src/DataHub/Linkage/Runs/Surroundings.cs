using DataHub.Linkage.Model;
using DataHub.Linkage.Store;
using DataHub.Shared;
using DataHub.Shared.Secrets;
using Npgsql;

namespace DataHub.Linkage.Runs;

/// <summary>Finds the records that some records have to be compared with.</summary>
internal sealed class Surroundings(NpgsqlDataSource database, Protector protector, TimeProvider clock)
{
    private readonly KnownModel known = new(protector);
    private readonly BlockHasher hasher = new(protector);

    /// <summary>What waits and what is near it; null when there are no statistics and blocks to go by.</summary>
    public async Task<PassScope?> OfPendingAsync(LinkModel model, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        if (await known.ReadAsync(connection, model.Version, cancel) is not { } statistics) return null;
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        var (opener, gazetteer) = await OpenerAsync(connection, cancel);
        var waiting = await SourceRow.PendingAsync(connection, cancel);
        var maker = new BlockKeys(statistics, gazetteer);
        var blocks = waiting.ConvertAll(row => (row.Name, Keys: hasher.Hash(maker.Of(row.Open(opener)))));
        await BlockTable.PutAsync(connection, blocks, cancel);
        var near = await BlockTable.NearAsync(connection, [.. blocks.SelectMany(block => block.Keys).Distinct()], BlockKeys.Cap, cancel);
        // Records whose neighbour was erased wait too, and those that were erased themselves have no row any more.
        near.AddRange(waiting.Select(row => row.Name));
        await transaction.CommitAsync(cancel);
        return PassScope.Near(near, statistics);
    }

    /// <summary>Some records and what is near them; null when there are no statistics and blocks to go by.</summary>
    public async Task<PassScope?> OfAsync(IReadOnlyList<RecordName> records, LinkModel model, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        if (await known.ReadAsync(connection, model.Version, cancel) is not { } statistics) return null;
        var keys = await BlockTable.KeysAsync(connection, records, cancel);
        return PassScope.Near([.. records, .. await BlockTable.NearAsync(connection, keys, BlockKeys.Cap, cancel)], statistics);
    }

    /// <summary>Makes sure that there is something to go by.</summary>
    public async Task EnsureAsync(LinkModel model, CancellationToken cancel)
    {
        bool isThere;
        await using (var connection = await database.OpenConnectionAsync(cancel))
            isThere = await known.ReadAsync(connection, model.Version, cancel) is not null;
        if (!isThere) await MakeAsync(model, cancel);
    }

    /// <summary>A pass over everything puts records in place that have no blocks: those near them would not be found.</summary>
    public async Task ForgetAsync(CancellationToken cancel)
    {
        await using var command = database.CreateCommand("update linkage.model set blocks_at = null where blocks_at is not null");
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Counts all records anew and makes the blocks of each.</summary>
    private async Task MakeAsync(LinkModel model, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        var (opener, gazetteer) = await OpenerAsync(connection, cancel);
        var records = await SourceRow.OpenAllAsync(connection, opener, cancel);
        var statistics = LinkStatistics.Of(records, gazetteer);
        var maker = new BlockKeys(statistics, gazetteer);
        var keys = new long[records.Count][];
        Parallel.For(0, keys.Length, i => keys[i] = hasher.Hash(maker.Of(records[i])));
        var blocks = new SmallBlocks(keys, BlockKeys.Cap);
        var named = records.Select((record, i) => (new RecordName(FeedNames.Of(record.Feed), record.SourceKey), blocks.Of(i)));
        await BlockTable.ReplaceAsync(connection, named, cancel);
        await known.WriteAsync(connection, model, new ModelFacts(statistics, records.Count, clock.GetUtcNow()), cancel);
        await transaction.CommitAsync(cancel);
    }

    private async Task<(RecordOpener Opener, Gazetteer Gazetteer)> OpenerAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        var places = await PlacesTable.ReadAsync(connection, cancel);
        return (new RecordOpener(protector, places.Places, Wib.DateOf(clock.GetUtcNow())), places.Gazetteer);
    }
}

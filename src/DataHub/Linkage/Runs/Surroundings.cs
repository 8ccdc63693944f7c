using DataHub.Linkage.Model;
using DataHub.Linkage.Store;
using DataHub.Shared;
using DataHub.Shared.Secrets;
using Npgsql;

namespace DataHub.Linkage.Runs;

/// <summary>Finds the records that some records have to be compared with.</summary>
internal sealed class Surroundings(NpgsqlDataSource database, Protector protector, TimeProvider clock)
{
    // Any number, as long as every process takes the same one.
    private const long MakingLock = 5432102002;

    private readonly KnownModel known = new(protector);
    private readonly KnownPlaces regions = new();
    private readonly BlockHasher hasher = new(protector);

    /// <summary>Regions, known from one pass to the next.</summary>
    public KnownPlaces Regions => regions;

    /// <summary>What waits and what is near it; null when there are no statistics and blocks to go by.</summary>
    public async Task<PassScope?> OfPendingAsync(LinkModel model, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        if (await known.ReadAsync(connection, model.Version, cancel) is not { } facts) return null;
        var waiting = await SourceRow.PendingAsync(connection, cancel);
        var blocks = await BlocksAsync(connection, waiting, facts, cancel);
        await BlockTable.AddAsync(connection, blocks, cancel);
        var near = await NearAsync(connection, blocks, cancel);
        // Records whose neighbour was erased wait too, and those that were erased themselves have no row any more.
        return PassScope.Near([.. waiting.Select(row => row.Name)], near, facts.Statistics, facts.Records);
    }

    /// <summary>Some records and what is near them; null when there are no statistics and blocks to go by.</summary>
    public async Task<PassScope?> OfAsync(IReadOnlyList<RecordName> records, LinkModel model, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        if (await known.ReadAsync(connection, model.Version, cancel) is not { } facts) return null;
        var blocks = await BlocksAsync(connection, await SourceRow.NamedAsync(connection, records, cancel), facts, cancel);
        return PassScope.Near(records, await NearAsync(connection, blocks, cancel), facts.Statistics, facts.Records);
    }

    /// <summary>Makes sure that there is something to go by. Of several that want it one makes it, and the others wait.</summary>
    public async Task EnsureAsync(LinkModel model, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        if (await known.ReadAsync(connection, model.Version, cancel) is not null) return;
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await using (var wait = new NpgsqlCommand("select pg_advisory_xact_lock($1)", connection) { CommandTimeout = 0 })
        {
            wait.Parameters.AddWithValue(MakingLock);
            await wait.ExecuteNonQueryAsync(cancel);
        }
        if (await known.ReadAsync(connection, model.Version, cancel) is null) await MakeAsync(connection, model, cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>A pass over everything puts records in place that have no blocks: those near them would not be found.</summary>
    public async Task ForgetAsync(CancellationToken cancel)
    {
        await using var command = database.CreateCommand("update linkage.model set blocks_at = null where blocks_at is not null");
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Counts all records anew and makes the blocks of each.</summary>
    private async Task MakeAsync(NpgsqlConnection connection, LinkModel model, CancellationToken cancel)
    {
        var (opener, gazetteer) = await OpenerAsync(connection, cancel);
        var (records, ids) = await SourceRow.OpenAllAsync(connection, opener, cancel);
        var statistics = LinkStatistics.Of(records, gazetteer);
        var maker = new BlockKeys(statistics, gazetteer);
        var keys = new long[records.Count][];
        Parallel.For(0, keys.Length, i => keys[i] = hasher.Hash(maker.Of(records[i])));
        var blocks = new SmallBlocks(keys, BlockKeys.Cap);
        var count = await BlockTable.ReplaceAsync(connection, ids.Select((id, i) => new RecordBlocks(id, blocks.Of(i))), cancel);
        await known.WriteAsync(
            connection, model, new ModelFacts(statistics, records.Count, clock.GetUtcNow()) { BlockKeys = count }, cancel);
    }

    private async Task<List<RecordBlocks>> BlocksAsync(
        NpgsqlConnection connection, List<SourceRow> rows, ModelFacts facts, CancellationToken cancel)
    {
        var (opener, gazetteer) = await OpenerAsync(connection, cancel);
        var maker = new BlockKeys(facts.Statistics, gazetteer);
        return rows.ConvertAll(row => new RecordBlocks(row.Id, hasher.Hash(maker.Of(row.Open(opener)))));
    }

    private static Task<List<RecordName>> NearAsync(NpgsqlConnection connection, List<RecordBlocks> blocks, CancellationToken cancel) =>
        BlockTable.NearAsync(connection, [.. blocks.SelectMany(block => block.Keys).Distinct()], BlockKeys.Cap, cancel);

    private async Task<(RecordOpener Opener, Gazetteer Gazetteer)> OpenerAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        var places = await regions.ReadAsync(connection, cancel);
        return (new RecordOpener(protector, places.Places, Wib.DateOf(clock.GetUtcNow())), places.Gazetteer);
    }
}

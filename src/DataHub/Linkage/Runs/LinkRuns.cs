using DataHub.Linkage.Model;
using DataHub.Linkage.Store;
using DataHub.Shared.Secrets;
using Npgsql;

namespace DataHub.Linkage.Runs;

/// <summary>
/// Chooses what a pass compares: few new records are compared with those near them, many with everything.
/// </summary>
public sealed class LinkRuns
{
    // Up to so many records that wait, and no more than one in so many of all, are compared with those near them only.
    private const int Few = 2000;
    private const int FewOf = 20;

    // From how many records on a pass takes memory that is worth giving back.
    private const int ManyRecords = 50_000;

    private readonly NpgsqlDataSource database;
    private readonly LinkPass pass;
    private readonly Surroundings surroundings;

    public LinkRuns(NpgsqlDataSource database, Protector protector, TimeProvider clock)
    {
        this.database = database;
        surroundings = new Surroundings(database, protector, clock);
        pass = new LinkPass(database, protector, clock) { Regions = surroundings.Regions };
    }

    /// <summary>Runs a pass over what waits; null when nothing does.</summary>
    public async Task<PassResult?> RunPendingAsync(IProgress<PassProgress>? progress = null, CancellationToken cancel = default)
    {
        var few = await AreFewAsync(cancel);
        if (few is null)
        {
            // The pass before may have died when it had published.
            await surroundings.EnsureAsync(pass.Model, cancel);
            return null;
        }
        if (!few.Value)
        {
            await surroundings.ForgetAsync(cancel);
            var result = await pass.RunPendingAsync(PassScope.All, progress, cancel);
            await EndAsync(result, cancel);
            return result;
        }
        return await pass.RunPendingAsync(await OfPendingAsync(cancel) ?? PassScope.All, progress, cancel);
    }

    /// <summary>Runs a pass near records whose judgement or value has changed.</summary>
    public async Task<PassResult> RunNearAsync(IReadOnlyList<RecordName> records, CancellationToken cancel = default)
    {
        await surroundings.EnsureAsync(pass.Model, cancel);
        return await pass.RunAsync(await surroundings.OfAsync(records, pass.Model, cancel) ?? PassScope.All, null, cancel);
    }

    /// <summary>Runs a pass over everything.</summary>
    public async Task<PassResult> RunAllAsync(IProgress<PassProgress>? progress = null, CancellationToken cancel = default)
    {
        await surroundings.ForgetAsync(cancel);
        var result = await pass.RunAsync(PassScope.All, progress, cancel);
        await EndAsync(result, cancel);
        return result;
    }

    private async Task<PassScope?> OfPendingAsync(CancellationToken cancel)
    {
        if (await surroundings.OfPendingAsync(pass.Model, cancel) is { } scope) return scope;
        await surroundings.EnsureAsync(pass.Model, cancel);
        return await surroundings.OfPendingAsync(pass.Model, cancel);
    }

    /// <summary>What comes next should find what it goes by, and a host its memory.</summary>
    private async Task EndAsync(PassResult? result, CancellationToken cancel)
    {
        await surroundings.EnsureAsync(pass.Model, cancel);
        // What a pass over a province leaves is not needed before the next one; the collector would keep it for a host that serves.
        if (result?.Records > ManyRecords) GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }

    /// <summary>Null: nothing waits.</summary>
    private async Task<bool?> AreFewAsync(CancellationToken cancel)
    {
        // Counts no further than it has to: a single arrival must not wait for the count of a province.
        await using var command = database.CreateCommand(
            """
            select p.n, (select count(*)::int from (select from linkage.link where closed_at is null limit greatest(p.n, 1) * $2) l)
            from (select count(*)::int as n from (select from linkage.pending limit $1 + 1) w) p
            """);
        // A hub's first pass has the links for itself.
        command.CommandTimeout = 0;
        command.Parameters.AddWithValue(Few);
        command.Parameters.AddWithValue(FewOf);
        await using var row = await command.ExecuteReaderAsync(cancel);
        await row.ReadAsync(cancel);
        var (pending, linked) = (row.GetInt32(0), row.GetInt32(1));
        return pending == 0 ? null : pending <= Few && linked >= pending * FewOf;
    }
}

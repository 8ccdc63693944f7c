using DataHub.Linkage.Model;
using DataHub.Linkage.Store;
using DataHub.Shared.Secrets;
using Npgsql;

namespace DataHub.Linkage.Runs;

/// <summary>
/// Chooses what a pass compares: few new records are compared with those near them, many with everything. Also makes what the former goes
/// by, and tells how far the published clusters are from what a pass over everything would say.
/// </summary>
public sealed class LinkRuns
{
    // Up to so many records that wait, or up to this share of all if that is more, a pass goes near them only.
    private const int Few = 200;
    private const double FewShare = 0.03;

    private readonly NpgsqlDataSource database;
    private readonly LinkPass pass;
    private readonly Surroundings surroundings;

    public LinkRuns(NpgsqlDataSource database, Protector protector, TimeProvider clock)
    {
        this.database = database;
        pass = new LinkPass(database, protector, clock);
        surroundings = new Surroundings(database, protector, clock);
    }

    /// <summary>Runs a pass over what waits; null when nothing does.</summary>
    public async Task<PassResult?> RunPendingAsync(IProgress<PassProgress>? progress = null, CancellationToken cancel = default)
    {
        var few = await AreFewAsync(cancel);
        if (few is null) return null;
        return await pass.RunAsync(few.Value ? await surroundings.OfPendingAsync(pass.Model, cancel) ?? PassScope.All : PassScope.All, progress, cancel);
    }

    /// <summary>Runs a pass near records whose judgement or value has changed.</summary>
    public async Task<PassResult> RunNearAsync(IReadOnlyList<RecordName> records, CancellationToken cancel = default) =>
        await pass.RunAsync(await surroundings.OfAsync(records, pass.Model, cancel) ?? PassScope.All, null, cancel);

    /// <summary>Runs a pass over everything.</summary>
    public Task<PassResult> RunAllAsync(IProgress<PassProgress>? progress = null, CancellationToken cancel = default) =>
        pass.RunAsync(PassScope.All, progress, cancel);

    /// <summary>Counts all records anew and makes their blocks, so that passes near a few records are possible and go by what is there.</summary>
    public Task IndexAsync(CancellationToken cancel = default) => surroundings.MakeAsync(pass.Model, cancel);

    /// <summary>True when passes near a few records are not possible yet with the current model.</summary>
    public Task<bool> NeedsIndexAsync(CancellationToken cancel = default) => surroundings.AreMissingAsync(pass.Model, cancel);

    /// <summary>Null: nothing waits.</summary>
    private async Task<bool?> AreFewAsync(CancellationToken cancel)
    {
        await using var command = database.CreateCommand(
            "select (select count(*)::int from (select from linkage.pending limit $1 + 1) p)");
        command.Parameters.AddWithValue(Few);
        var pending = (int)(await command.ExecuteScalarAsync(cancel))!;
        if (pending <= Few) return pending == 0 ? null : true;
        await using var share = database.CreateCommand(
            "select (select count(*) from linkage.pending) <= $1 * (select count(*) from linkage.link where closed_at is null)");
        share.Parameters.AddWithValue(FewShare);
        return (bool)(await share.ExecuteScalarAsync(cancel))!;
    }
}

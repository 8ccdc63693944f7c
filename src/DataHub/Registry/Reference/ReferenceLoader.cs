using Npgsql;

namespace DataHub.Registry.Reference;

/// <summary>Loads the authorities' full files into the reference tables: a file is loaded whole or not at all, and twice is once.</summary>
public sealed class ReferenceLoader(NpgsqlDataSource database, TimeProvider clock)
{
    // Any number: one load of a reference table at a time.
    private const long Lock = 0x5265_6665_7265_6e63;

    /// <summary>Loads a file. Throws <see cref="ReferenceRefusedException"/>, having loaded nothing, when rows of it cannot be
    /// taken.</summary>
    public async Task<ReferenceReport> LoadAsync(ReferenceWish wish, CancellationToken cancel = default)
    {
        if (string.IsNullOrWhiteSpace(wish.Source)) throw new ReferenceRefusedException("the source must be named: the authority's paper in words");
        if (string.IsNullOrWhiteSpace(wish.Version)) throw new ReferenceRefusedException("the version must be named");
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        var target = new ReferenceTarget(connection, wish, clock.GetUtcNow());
        await target.ExecuteAsync($"select pg_advisory_xact_lock({Lock})", cancel);
        var (rows, hash) = wish.Kind switch
        {
            ReferenceKind.Regions => await RegionLoad.RunAsync(target, cancel),
            ReferenceKind.Kbli => await KbliLoad.RunAsync(target, cancel),
            ReferenceKind.KbliConcordance => await ConcordanceLoad.RunAsync(target, cancel),
            _ => await LenderLoad.RunAsync(target, cancel),
        };
        var report = await target.ReportAsync(rows, hash, cancel);
        await transaction.CommitAsync(cancel);
        return report;
    }
}

namespace DataHub.Bench.Comparison.Figures;

/// <summary>
/// CPU of a PostgreSQL server on this machine: of its processes, and of those that have ended (parallel workers), which Linux adds up at
/// their parent. On a server that others use too, only the sessions of the measured database count among the living.
/// </summary>
internal sealed class PostgresCpu(int postmaster, string? database)
{
    /// <summary>Finds the server by one of its sessions; null when that is no process of this machine.</summary>
    public static PostgresCpu? Of(int backend, string? database) =>
        ProcFile.Title(backend)?.StartsWith("postgres", StringComparison.Ordinal) == true && ProcFile.ParentOf(backend) is { } postmaster
            ? new PostgresCpu(postmaster, database) : null;

    /// <summary>Milliseconds so far.</summary>
    public double Read()
    {
        var total = (ProcFile.Cpu(postmaster) ?? 0) + (ProcFile.CpuOfEndedChildren(postmaster) ?? 0);
        foreach (var child in ProcFile.ChildrenOf(postmaster))
        {
            if (IsCounted(child)) total += ProcFile.CpuOfOneThread(child) ?? 0;
        }
        return total;
    }

    // A session's title is "postgres: user database client state".
    private bool IsCounted(int child) =>
        database is null || ProcFile.Title(child)?.Contains($" {database} ", StringComparison.Ordinal) == true;
}

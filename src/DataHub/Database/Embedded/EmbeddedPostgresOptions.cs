namespace DataHub.Database.Embedded;

/// <summary>Where the private cluster lives and how careful it is.</summary>
public sealed record EmbeddedPostgresOptions
{
    /// <summary>The hub's data folder.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>
    /// The folder that holds the cluster, its settings and its locks. Null: <c>postgres</c> in the data folder, and for root
    /// <c>/var/lib/datahub/…</c>, because the user that runs the server then cannot enter root's folders.
    /// </summary>
    public string? ClusterHome { get; init; }

    /// <summary>False for throwaway clusters of tests: nothing is flushed to disk, a crash of the machine loses the cluster.</summary>
    public bool Durable { get; init; } = true;
}

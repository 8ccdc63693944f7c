namespace DataHub.Audit;

/// <summary>Section <c>DataHub:Ledger</c>.</summary>
public sealed record LedgerSettings
{
    /// <summary>False: nothing is entered. For measurements; the host refuses it outside Development and Sandbox.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Entries after which a checkpoint is signed.</summary>
    public int CheckpointEvery { get; init; } = 1_000;

    /// <summary>Time after which a checkpoint is signed when there are new entries.</summary>
    public TimeSpan CheckpointTime { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long an entry may take until it is durable; after that nothing is answered.</summary>
    public TimeSpan WriteTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Entries that may wait to be written; more are refused.</summary>
    public int MaxWaiting { get; init; } = 10_000;
}

namespace DataHub.Shared.Secrets.Rotation;

/// <summary>How an exchange of keys goes about.</summary>
public sealed record KeyRotationSettings
{
    /// <summary>Rows rewritten in one transaction.</summary>
    public int BatchRows { get; init; } = 500;

    /// <summary>How long running hubs may take to learn of a new key.</summary>
    public TimeSpan HolderTime { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Between the last rewritten row and the former key's end: an answer that read the row before may still be under way; requests have
    /// ten seconds.
    /// </summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(15);
}

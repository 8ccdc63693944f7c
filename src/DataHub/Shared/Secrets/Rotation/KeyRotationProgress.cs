namespace DataHub.Shared.Secrets.Rotation;

/// <summary>How far an exchange is in one table.</summary>
/// <param name="Table">With its schema.</param>
/// <param name="Rewritten">Rows rewritten by this run so far.</param>
/// <param name="Remaining">Rows that were still to be rewritten when the run came to the table, less those rewritten.</param>
public sealed record KeyRotationProgress(string Table, long Rewritten, long Remaining);

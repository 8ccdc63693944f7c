namespace DataHub.Demonstration;

/// <summary>
/// How far a file is. <paramref name="RowsTotal"/> is an estimate until the file is finished, then equal to <paramref name="RowsWritten"/>.
/// </summary>
public readonly record struct DemoProgress(string File, long RowsWritten, long RowsTotal);

namespace DataHub.Audit;

/// <summary>An entry that waits to be durable.</summary>
internal sealed class PendingEntry(LedgerEntry entry)
{
    private readonly TaskCompletionSource<long> done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public LedgerEntry Entry { get; } = entry;

    /// <summary>Completes with the sequence when the entry is durable; fails when it could not be entered.</summary>
    public Task<long> Done => done.Task;

    public void Entered(long sequence) => done.TrySetResult(sequence);

    public void Failed(Exception exception) => done.TrySetException(exception);
}

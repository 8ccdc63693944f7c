using System.Threading.Channels;

namespace DataHub.Changes;

/// <summary>One subscriber: what it wants, and the events that wait for it.</summary>
internal sealed class ChangeSubscription(ChangeSubject subject, int queueLength)
{
    private readonly Channel<Change> queue = Channel.CreateBounded<Change>(
        new BoundedChannelOptions(queueLength) { SingleReader = true, SingleWriter = false });

    public ChangeSubject Subject { get; } = subject;

    /// <summary>Events as they come; ends with the failure that <see cref="End"/> was given.</summary>
    public IAsyncEnumerable<Change> ReadAsync(CancellationToken cancel) => queue.Reader.ReadAllAsync(cancel);

    /// <summary>False when the subscriber has fallen too far behind: it gets what waits for it, then the end.</summary>
    public bool Offer(Change change)
    {
        if (!Subject.Wants(change) || queue.Writer.TryWrite(change)) return true;
        End(ChangeErrors.Slow(queueLength));
        return false;
    }

    /// <summary>Nothing follows what waits.</summary>
    public void End(Exception failure) => queue.Writer.TryComplete(failure);
}

namespace DataHub.Changes;

/// <summary>A subscriber's events. Its place among the subscribers is kept until it is disposed of.</summary>
public sealed class ChangeStream : IDisposable
{
    private readonly Func<CancellationToken, IAsyncEnumerable<Change>> read;
    private readonly Action leave;

    internal ChangeStream(long start, Func<CancellationToken, IAsyncEnumerable<Change>> read, Action leave) =>
        (Start, this.read, this.leave) = (start, read, leave);

    /// <summary>Position the stream begins after.</summary>
    public long Start { get; }

    /// <summary>The events, once.</summary>
    public IAsyncEnumerable<Change> ReadAsync(CancellationToken cancel) => read(cancel);

    /// <summary>Events made of this stream's, whose enumerator disposes of the stream, also when it was never moved.</summary>
    public IAsyncEnumerable<object> Own(IAsyncEnumerable<object> events) => new Owner(this, events);

    public void Dispose() => leave();

    private sealed class Owner(ChangeStream stream, IAsyncEnumerable<object> events) : IAsyncEnumerable<object>
    {
        public IAsyncEnumerator<object> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
            new Enumerator(stream, events.GetAsyncEnumerator(cancellationToken));
    }

    private sealed class Enumerator(ChangeStream stream, IAsyncEnumerator<object> events) : IAsyncEnumerator<object>
    {
        public object Current => events.Current;

        public ValueTask<bool> MoveNextAsync() => events.MoveNextAsync();

        public async ValueTask DisposeAsync()
        {
            stream.Dispose();
            await events.DisposeAsync();
        }
    }
}

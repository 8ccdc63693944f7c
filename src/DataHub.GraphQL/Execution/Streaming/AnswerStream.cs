using System.Buffers;
using DataHub.GraphQL.Limits;

namespace DataHub.GraphQL.Execution;

/// <summary>
/// The rest of an answer whose long lists are executed while they are written: chunk by chunk, each with all that is asked below it, and
/// forgotten once it is sent. What stands outside those lists, and their first items, were executed before the first byte. A failure behind it
/// (the source is away, the time is over, the answer is too large) leaves out the chunk it met and all that would follow: the list is closed
/// where it is, and the error has its path with the index of the first missing item. Errors and extensions come behind <c>data</c>. To be
/// disposed, written or not.
/// </summary>
public sealed class AnswerStream : IAsyncDisposable
{
    private readonly StreamedExecution execution;
    private readonly ExecutionResult result;
    private IAsyncDisposable? owned;

    internal AnswerStream(StreamedExecution execution, ExecutionResult result) => (this.execution, this.result) = (execution, result);

    /// <summary>Has the stream dispose of the request's context, which is in use until the last chunk is executed.</summary>
    public void Own(IAsyncDisposable context) => owned = context;

    /// <summary>
    /// Writes the whole answer. Throws <see cref="OperationCanceledException"/> when the client hung up: then nothing of its cost is given
    /// back.
    /// </summary>
    /// <param name="beginning">What <see cref="ExecutionResult.WriteTo(ResponseBuffer)"/> of the result wrote.</param>
    /// <param name="output">Gets the answer.</param>
    /// <param name="flush">Sends what was written, and waits while the client is slow to take it; called after each chunk.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async ValueTask WriteAsync(
        ResponseBuffer beginning, IBufferWriter<byte> output, Func<CancellationToken, ValueTask> flush, CancellationToken cancellation)
    {
        using var chunk = new ResponseBuffer();
        var (sent, copied, size) = (beginning.Length, 0L, result.Size);
        foreach (var list in execution.Lists.Where(list => list.At >= 0).OrderBy(list => list.At))
        {
            beginning.CopyTo(output, copied, list.At);
            copied = list.At;
            await flush(cancellation);
            while (await execution.TryNextAsync(list, chunk, sent, size))
            {
                chunk.CopyTo(output);
                sent += chunk.Length;
                chunk.Clear();
                await flush(cancellation);
            }
        }
        beginning.CopyTo(output, copied, beginning.Length);
        execution.Finish(result);
        result.WriteEnd(output, sent);
        await flush(cancellation);
    }

    public ValueTask DisposeAsync()
    {
        execution.Dispose();
        return owned?.DisposeAsync() ?? default;
    }
}

using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using DataHub.Feeds.Reading;

namespace DataHub.Feeds.Loading;

/// <summary>
/// The rows of a file, read ahead of those who take them: one thread splits, others make typed rows of chunks, and the chunks come in the
/// file's order. What is done for every row is compiled at once and for good: the run-time would first count how it runs, and a load is
/// over by the time it has compiled it anew.
/// </summary>
internal sealed class RowStream(FeedFile file, KnownRecords known, Func<RowReader> makeReader)
{
    private const int ChunkRows = 4000;

    // Chunks that are being read or wait to be taken: enough for two processors, few enough for any file.
    private const int Ahead = 3;

    private readonly ConcurrentBag<RowReader> readers = [];
    private readonly ConcurrentBag<CopyBuffer> buffers = [];
    private readonly ArrivalColumns columns = ArrivalColumns.Of(file.Header.Feed);

    /// <summary>Gives each chunk to <paramref name="take"/>. Throws what reading or taking throws.</summary>
    public async Task ReadAsync(Func<Chunk, Task> take, CancellationToken cancel)
    {
        var channel = Channel.CreateBounded<Task<Chunk>>(new BoundedChannelOptions(Ahead) { SingleReader = true, SingleWriter = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var splitting = Task.Run(() => SplitAsync(channel.Writer, stop.Token), stop.Token);
        try
        {
            await foreach (var reading in channel.Reader.ReadAllAsync(cancel))
            {
                var chunk = await reading;
                await take(chunk);
                buffers.Add(chunk.Rows);
            }
        }
        finally
        {
            // When the taking failed nobody must go on filling a channel that nobody empties, nor read from a file that is closed.
            await stop.CancelAsync();
            await splitting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            while (channel.Reader.TryRead(out var chunk)) await ((Task)chunk).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        cancel.ThrowIfCancellationRequested();
    }

    private async Task SplitAsync(ChannelWriter<Task<Chunk>> writer, CancellationToken cancel)
    {
        try
        {
            foreach (var rows in file.Rows().Chunk(ChunkRows))
            {
                var position = file.Position;
                await writer.WriteAsync(Task.Run(() => Read(rows, position), cancel), cancel);
            }
            writer.Complete();
        }
        catch (Exception error)
        {
            writer.Complete(error);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Chunk Read(RawRow[] rows, long position)
    {
        if (!readers.TryTake(out var reader)) reader = makeReader();
        if (!buffers.TryTake(out var buffer)) buffer = new CopyBuffer();
        buffer.Clear();
        var chunk = new Chunk(rows.Length, position, buffer);
        foreach (var row in rows) chunk.Add(row.Line, reader.Read(row, known), columns);
        readers.Add(reader);
        return chunk;
    }
}

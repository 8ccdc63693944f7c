using DataHub.GraphQL.Execution;
using Npgsql;

namespace DataHub.Planning;

/// <summary>The rows of one result, by column.</summary>
internal sealed class RowStore
{
    private readonly IColumnBuffer[] buffers;

    /// <param name="types">What the columns are in C#, in their order.</param>
    /// <param name="texts">Where texts are put.</param>
    /// <param name="rows">How many rows are expected, 1 or more.</param>
    public RowStore(ReadOnlySpan<Type> types, TextArena texts, int rows = 8)
    {
        buffers = new IColumnBuffer[types.Length];
        for (var i = 0; i < buffers.Length; i++) buffers[i] = ColumnBuffers.For(types[i], rows, texts);
    }

    public int Count { get; private set; }

    public Column this[int ordinal] => buffers[ordinal].Column;

    public async ValueTask ReadAsync(NpgsqlDataReader reader, CancellationToken cancellation)
    {
        while (true)
        {
            // Rows that have arrived are taken without a pause.
            var read = reader.ReadAsync(cancellation);
            if (!(read.IsCompletedSuccessfully ? read.Result : await read)) return;
            for (var i = 0; i < buffers.Length; i++) buffers[i].Read(reader, i);
            Count++;
        }
    }
}

using DataHub.GraphQL.Execution;
using Npgsql;

namespace DataHub.Planning;

/// <summary>The rows of one result, by column.</summary>
internal sealed class RowStore
{
    private readonly IColumnBuffer[] buffers;

    public RowStore(IReadOnlyList<Type> types) => buffers = [.. types.Select(ColumnBuffers.For)];

    public int Count { get; private set; }

    public Column this[int ordinal] => buffers[ordinal].Column;

    public async Task ReadAsync(NpgsqlDataReader reader, CancellationToken cancellation)
    {
        while (await reader.ReadAsync(cancellation))
        {
            for (var i = 0; i < buffers.Length; i++) buffers[i].Read(reader, i);
            Count++;
        }
    }

    /// <summary>Turns rows around, for pages read from their end.</summary>
    public void Reverse(int start, int length)
    {
        foreach (var buffer in buffers) buffer.Reverse(start, length);
    }
}

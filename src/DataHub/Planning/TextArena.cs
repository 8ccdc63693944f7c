using Npgsql;

namespace DataHub.Planning;

/// <summary>
/// Texts of a result, one behind the other as PostgreSQL sent them: UTF-8, which it checked when they were stored. They lie in blocks, which grow
/// up to a size that .NET still moves cheaply; none is copied when another one is begun.
/// </summary>
internal sealed class TextArena
{
    private const int SmallestBlock = 512;
    private const int LargestBlock = 32 * 1024;
    private byte[] block = [];
    private int used;

    /// <summary>Takes the text of a column that is not null.</summary>
    public ReadOnlyMemory<byte> Add(NpgsqlDataReader reader, int ordinal)
    {
        var room = block.Length - used;
        var length = room == 0 ? 0 : (int)reader.GetBytes(ordinal, 0, block, used, room);
        if (length == room)
        {
            // All that was left was filled: there may be more of it.
            length = (int)reader.GetBytes(ordinal, 0, null, 0, 0);
            if (length > room)
            {
                block = GC.AllocateUninitializedArray<byte>(Math.Max(Math.Clamp(block.Length * 2, SmallestBlock, LargestBlock), length));
                used = 0;
                reader.GetBytes(ordinal, 0, block, used, length);
            }
        }
        used += length;
        return block.AsMemory(used - length, length);
    }
}

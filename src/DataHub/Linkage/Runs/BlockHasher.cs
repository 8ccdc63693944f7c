using System.Buffers.Binary;
using System.Security.Cryptography;
using DataHub.Shared.Secrets;

namespace DataHub.Linkage.Runs;

/// <summary>
/// Makes of the linker's blocks what may lie in the database: each is encrypted (AES, one block, a key that is never exchanged) and cut to
/// 64 bits. Equal blocks stay equal; a NIK or telephone cannot be found by trying all of them without the key.
/// </summary>
internal sealed class BlockHasher(Protector protector)
{
    private const int BlockSize = 16;

    private readonly byte[] key = protector.Mark("linkage blocks");

    /// <summary>The keys of a record's blocks, each once, in ascending order.</summary>
    public long[] Hash(IReadOnlyList<ulong> blocks)
    {
        var plain = new byte[blocks.Count * BlockSize];
        for (var i = 0; i < blocks.Count; i++) BinaryPrimitives.WriteUInt64LittleEndian(plain.AsSpan(i * BlockSize), blocks[i]);
        using var cipher = Aes.Create();
        cipher.Key = key;
        // Each block stands for itself: that equal ones look equal is what they are for.
        cipher.EncryptEcb(plain, plain, PaddingMode.None);
        var keys = new HashSet<long>(blocks.Count);
        for (var i = 0; i < blocks.Count; i++) keys.Add(BinaryPrimitives.ReadInt64LittleEndian(plain.AsSpan(i * BlockSize)));
        var sorted = keys.ToArray();
        Array.Sort(sorted);
        return sorted;
    }
}

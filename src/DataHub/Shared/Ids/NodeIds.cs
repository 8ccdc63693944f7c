using System.Buffers.Binary;
using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using DataHub.Shared.Secrets;

namespace DataHub.Shared.Ids;

/// <summary>
/// Ids given to consumers: one AES block over type and number, so that an id is stable, tells nothing, and can be neither counted up
/// nor made by anyone but the hub. 22 characters of base64url.
/// </summary>
public sealed class NodeIds : IDisposable
{
    private readonly ConcurrentDictionary<string, byte[]> tags = new(StringComparer.Ordinal);
    private readonly Aes aes;
    private readonly byte[] tagKey;

    public NodeIds(HubKeys keys)
    {
        aes = Aes.Create();
        aes.Key = keys.Id;
        tagKey = keys.Id;
    }

    /// <summary>The id of row <paramref name="number"/> of a type, <c>Business</c>.</summary>
    public string Encode(string type, long number)
    {
        Span<byte> block = stackalloc byte[16];
        Tag(type).CopyTo(block);
        BinaryPrimitives.WriteInt64BigEndian(block[8..], number);
        Span<byte> sealedBlock = stackalloc byte[16];
        // A single block with a type tag inside: the mode is the permutation itself, as wanted (equal rows have equal ids).
        aes.EncryptEcb(block, sealedBlock, PaddingMode.None);
        return Base64Url.EncodeToString(sealedBlock);
    }

    /// <summary>False when the id was not given by this hub for that type.</summary>
    public bool TryDecode(string type, string id, out long number)
    {
        number = 0;
        Span<byte> sealedBlock = stackalloc byte[16];
        if (id.Length != 22 || !Base64Url.IsValid(id) || !Base64Url.TryDecodeFromChars(id, sealedBlock, out var written) || written != 16)
            return false;
        Span<byte> block = stackalloc byte[16];
        aes.DecryptEcb(sealedBlock, block, PaddingMode.None);
        if (!block[..8].SequenceEqual(Tag(type))) return false;
        number = BinaryPrimitives.ReadInt64BigEndian(block[8..]);
        return true;
    }

    public void Dispose() => aes.Dispose();

    private ReadOnlySpan<byte> Tag(string type)
    {
        if (tags.TryGetValue(type, out var tag)) return tag;
        return tags[type] = HMACSHA256.HashData(tagKey, Encoding.UTF8.GetBytes(type))[..8];
    }
}

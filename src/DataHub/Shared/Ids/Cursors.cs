using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using DataHub.Shared.Secrets;

namespace DataHub.Shared.Ids;

/// <summary>
/// Places in a list, given to consumers: sealed (AES-GCM), since sort keys may be personal data, and bound to the list and order they
/// were made for. The same place has the same cursor.
/// </summary>
public sealed class Cursors(HubKeys keys)
{
    private const int NonceSize = 12;
    private const int TagSize = 16;

    /// <param name="list">What list and order the cursor belongs to.</param>
    /// <param name="values">Sort keys of the row as text; null for SQL null.</param>
    public string Encode(string list, IReadOnlyList<string?> values)
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(values);
        var sealedBytes = new byte[NonceSize + TagSize + plain.Length];
        // The nonce is a keyed hash of what is sealed: equal places give equal cursors, different ones different nonces.
        byte[] place = [.. System.Text.Encoding.UTF8.GetBytes(list), 0, .. plain];
        HMACSHA256.HashData(keys.Id, place).AsSpan(0, NonceSize).CopyTo(sealedBytes);
        using var aes = new AesGcm(keys.Id, TagSize);
        aes.Encrypt(
            sealedBytes.AsSpan(0, NonceSize), plain, sealedBytes.AsSpan(NonceSize + TagSize), sealedBytes.AsSpan(NonceSize, TagSize),
            System.Text.Encoding.UTF8.GetBytes(list));
        return Base64Url.EncodeToString(sealedBytes);
    }

    /// <summary>False for text that is no cursor of this hub for this list.</summary>
    public bool TryDecode(string list, string cursor, out IReadOnlyList<string?> values)
    {
        values = [];
        if (cursor.Length > 4096 || !Base64Url.IsValid(cursor)) return false;
        var sealedBytes = Base64Url.DecodeFromChars(cursor);
        if (sealedBytes.Length < NonceSize + TagSize) return false;
        var plain = new byte[sealedBytes.Length - NonceSize - TagSize];
        using var aes = new AesGcm(keys.Id, TagSize);
        try
        {
            aes.Decrypt(
                sealedBytes.AsSpan(0, NonceSize), sealedBytes.AsSpan(NonceSize + TagSize), sealedBytes.AsSpan(NonceSize, TagSize), plain,
                System.Text.Encoding.UTF8.GetBytes(list));
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }
        values = JsonSerializer.Deserialize<string?[]>(plain)!;
        return true;
    }
}

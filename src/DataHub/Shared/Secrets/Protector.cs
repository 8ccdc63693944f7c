using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace DataHub.Shared.Secrets;

/// <summary>Hashes and encrypts identifiers and rows as received. Safe for use by many threads.</summary>
public sealed class Protector(HubKeys keys)
{
    private const byte Format = 1;
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int ShortText = 256;

    // Setting a cipher up costs more than a row's encryption; one serves one thread at a time.
    private readonly ConcurrentBag<AesGcm> ciphers = [];

    /// <summary>Keyed hash (HMAC-SHA256, 32 bytes) of an identifier: equal for equal text, and of no use without the key.</summary>
    public byte[] Hash(string text)
    {
        if (text.Length > ShortText) return Hash(Encoding.UTF8.GetBytes(text));
        Span<byte> bytes = stackalloc byte[ShortText * 3];
        return Hash(bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
    }

    /// <summary>Keyed hash of bytes.</summary>
    public byte[] Hash(ReadOnlySpan<byte> bytes) => HMACSHA256.HashData(keys.Hash, bytes);

    /// <summary>Encrypts text (AES-256-GCM, fresh nonce): one byte of format, nonce, tag, ciphertext.</summary>
    public byte[] Encrypt(string text) => Encrypt(Encoding.UTF8.GetBytes(text));

    /// <summary>Encrypts bytes, see <see cref="Encrypt(string)"/>.</summary>
    public byte[] Encrypt(ReadOnlySpan<byte> plain)
    {
        var sealedBytes = new byte[1 + NonceSize + TagSize + plain.Length];
        sealedBytes[0] = Format;
        var nonce = sealedBytes.AsSpan(1, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        var cipher = TakeCipher();
        cipher.Encrypt(nonce, plain, sealedBytes.AsSpan(1 + NonceSize + TagSize), sealedBytes.AsSpan(1 + NonceSize, TagSize));
        ciphers.Add(cipher);
        return sealedBytes;
    }

    /// <summary>Decrypts to text. Throws <see cref="CryptographicException"/> when the bytes are not of this key or were changed.</summary>
    public string DecryptText(ReadOnlySpan<byte> sealedBytes) => Encoding.UTF8.GetString(Decrypt(sealedBytes));

    /// <summary>Decrypts to bytes, see <see cref="DecryptText"/>.</summary>
    public byte[] Decrypt(ReadOnlySpan<byte> sealedBytes)
    {
        if (sealedBytes.Length < 1 + NonceSize + TagSize || sealedBytes[0] != Format)
            throw new CryptographicException("These bytes were not encrypted by the hub.");
        var plain = new byte[sealedBytes.Length - 1 - NonceSize - TagSize];
        var cipher = TakeCipher();
        cipher.Decrypt(
            sealedBytes.Slice(1, NonceSize), sealedBytes[(1 + NonceSize + TagSize)..], sealedBytes.Slice(1 + NonceSize, TagSize), plain);
        ciphers.Add(cipher);
        return plain;
    }

    private AesGcm TakeCipher() => ciphers.TryTake(out var cipher) ? cipher : new AesGcm(keys.Encryption, TagSize);
}

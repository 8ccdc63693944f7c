using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace DataHub.Shared.Secrets;

/// <summary>
/// Hashes and encrypts identifiers and rows as received. Each value tells by which key it was made: a hash of key 1 is its 32 bytes, one
/// of a later key stands behind a byte of form and two bytes of number; a ciphertext of form 1 is of key 1, one of form 2 names its key.
/// Safe for use by many threads.
/// </summary>
public sealed class Protector(HubKeys keys)
{
    /// <summary>Bytes that name the key, in front of a ciphertext of form 2 and of a hash of any but the first key.</summary>
    internal const int HeaderSize = 3;

    private const byte FirstForm = 1;
    private const byte NumberedForm = 2;
    private const int HashSize = 32;
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int ShortText = 256;

    // Setting a cipher or a hash up costs more than a row's encryption; one serves one thread at a time.
    private readonly ConcurrentDictionary<int, ConcurrentBag<AesGcm>> ciphers = [];
    private readonly ConcurrentDictionary<int, ConcurrentBag<IncrementalHash>> hashers = [];

    /// <summary>The keys it works with.</summary>
    public HubKeys Keys => keys;

    /// <summary>Keyed hash (HMAC-SHA256) of an identifier under the current key: equal for equal text, and of no use without the key.</summary>
    public byte[] Hash(string text) => Hash(text, keys.Hash.Current);

    /// <summary>Keyed hash of bytes under the current key.</summary>
    public byte[] Hash(ReadOnlySpan<byte> bytes) => Hash(bytes, keys.Hash.Current);

    /// <summary>
    /// What an identifier may be stored as: its hash under each key in use, the current first. More than one while hashes are being
    /// exchanged: a look-up asks for all.
    /// </summary>
    public byte[][] Hashes(string text) => [.. keys.Hash.InUse.Select(key => Hash(text, key))];

    /// <summary>Keyed hash (32 bytes) under a key that is never exchanged, for what feeds know a record by.</summary>
    public byte[] Mark(string text) => HMACSHA256.HashData(keys.Mark, Encoding.UTF8.GetBytes(text));

    /// <summary>Encrypts text (AES-256-GCM, fresh nonce): a byte of form, two of the key's number, nonce, tag, ciphertext.</summary>
    public byte[] Encrypt(string text) => Encrypt(Encoding.UTF8.GetBytes(text));

    /// <summary>Encrypts bytes, see <see cref="Encrypt(string)"/>.</summary>
    public byte[] Encrypt(ReadOnlySpan<byte> plain)
    {
        var key = keys.Encryption.Current;
        var sealedBytes = new byte[HeaderSize + NonceSize + TagSize + plain.Length];
        WriteHeader(sealedBytes, key);
        var body = sealedBytes.AsSpan(HeaderSize);
        Nonces.Fill(body[..NonceSize]);
        var cipher = TakeCipher(key);
        cipher.Encrypt(body[..NonceSize], plain, body[(NonceSize + TagSize)..], body.Slice(NonceSize, TagSize));
        ciphers[key.Number].Add(cipher);
        return sealedBytes;
    }

    /// <summary>
    /// Decrypts to text. Throws <see cref="CryptographicException"/> when the bytes are of no key in use or were changed.
    /// </summary>
    public string DecryptText(ReadOnlySpan<byte> sealedBytes) => Encoding.UTF8.GetString(Decrypt(sealedBytes));

    /// <summary>Decrypts to bytes, see <see cref="DecryptText"/>.</summary>
    public byte[] Decrypt(ReadOnlySpan<byte> sealedBytes)
    {
        var key = KeyOf(sealedBytes, out var body);
        var plain = new byte[body.Length - NonceSize - TagSize];
        var cipher = TakeCipher(key);
        cipher.Decrypt(body[..NonceSize], body[(NonceSize + TagSize)..], body.Slice(NonceSize, TagSize), plain);
        ciphers[key.Number].Add(cipher);
        return plain;
    }

    private byte[] Hash(string text, SecretKey key)
    {
        if (text.Length > ShortText) return Hash(Encoding.UTF8.GetBytes(text), key);
        Span<byte> bytes = stackalloc byte[ShortText * 3];
        return Hash(bytes[..Encoding.UTF8.GetBytes(text, bytes)], key);
    }

    private byte[] Hash(ReadOnlySpan<byte> bytes, SecretKey key)
    {
        var header = key.Number == 1 ? 0 : HeaderSize;
        var hash = new byte[header + HashSize];
        if (header > 0) WriteHeader(hash, key);
        var bag = hashers.GetOrAdd(key.Number, static _ => []);
        if (!bag.TryTake(out var hasher)) hasher = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key.Bytes!);
        hasher.AppendData(bytes);
        hasher.GetHashAndReset(hash.AsSpan(header));
        bag.Add(hasher);
        return hash;
    }

    private static void WriteHeader(Span<byte> target, SecretKey key)
    {
        target[0] = NumberedForm;
        BinaryPrimitives.WriteUInt16BigEndian(target[1..], checked((ushort)key.Number));
    }

    private SecretKey KeyOf(ReadOnlySpan<byte> sealedBytes, out ReadOnlySpan<byte> body)
    {
        var form = sealedBytes.IsEmpty ? 0 : sealedBytes[0];
        var header = form == NumberedForm ? HeaderSize : 1;
        if (form is not (FirstForm or NumberedForm) || sealedBytes.Length < header + NonceSize + TagSize)
            throw new CryptographicException("These bytes were not encrypted by the hub.");
        body = sealedBytes[header..];
        var number = form == FirstForm ? 1 : BinaryPrimitives.ReadUInt16BigEndian(sealedBytes[1..]);
        // A number not heard of: another process may have added the key since the file was read.
        if (keys.Encryption.Find(number) is null) keys.Refresh();
        return keys.Encryption.Find(number) ?? throw new CryptographicException("These bytes were encrypted with a key that is not in use.");
    }

    private AesGcm TakeCipher(SecretKey key) =>
        ciphers.GetOrAdd(key.Number, static _ => []).TryTake(out var cipher) ? cipher : new AesGcm(key.Bytes!, TagSize);
}

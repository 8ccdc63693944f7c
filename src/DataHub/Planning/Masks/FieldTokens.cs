using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using DataHub.Access;
using DataHub.Shared.Secrets;

namespace DataHub.Planning;

/// <summary>
/// Stand-ins for values: equal for equal values of one field within one organisation, and of no use to find the value or to join what two
/// organisations have. They last as long as the hub's key for ids.
/// </summary>
public sealed class FieldTokens(HubKeys keys)
{
    /// <summary>What every stand-in begins with, so that people see that it is one.</summary>
    public const string Prefix = "tok_";

    private const int TokenBytes = 12;
    private readonly byte[] key = HKDF.DeriveKey(HashAlgorithmName.SHA256, keys.Id, 32, info: "field tokens"u8.ToArray());

    // To set a keyed hash up costs as much as to hash a value; one serves one thread at a time.
    private readonly ConcurrentBag<IncrementalHash> hashers = [];

    /// <summary>The stand-in, 20 characters.</summary>
    /// <param name="caller">Whose copy it is for; a client without organisation is one of its own.</param>
    /// <param name="coordinate">The field.</param>
    /// <param name="value">Its value.</param>
    public string Of(Caller caller, string coordinate, string value)
    {
        using var tokens = For(caller, coordinate);
        return tokens.Of(value);
    }

    /// <summary>The stand-ins of many values of one field for one caller; used by one thread, and disposed of.</summary>
    public Series For(Caller caller, string coordinate)
    {
        var holder = caller.Organisation is { } organisation ? $"organisation {organisation}" : $"client {caller.Client}";
        // NUL is in no header and no column's text, so that no two triples give the same bytes.
        var before = Encoding.UTF8.GetBytes($"{holder}\0{coordinate}\0");
        return new Series(this, hashers.TryTake(out var kept) ? kept : IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key), before);
    }

    /// <summary>The stand-ins of one field's values for one caller, see <see cref="For"/>.</summary>
    public readonly struct Series : IDisposable
    {
        private const int ShortText = 256;
        private readonly FieldTokens tokens;
        private readonly IncrementalHash hasher;
        private readonly byte[] before;

        internal Series(FieldTokens tokens, IncrementalHash hasher, byte[] before) =>
            (this.tokens, this.hasher, this.before) = (tokens, hasher, before);

        /// <inheritdoc cref="FieldTokens.Of"/>
        public string Of(string value)
        {
            var most = before.Length + Encoding.UTF8.GetMaxByteCount(value.Length);
            var bytes = most <= ShortText ? stackalloc byte[ShortText] : new byte[most];
            before.CopyTo(bytes);
            var length = before.Length + Encoding.UTF8.GetBytes(value, bytes[before.Length..]);
            hasher.AppendData(bytes[..length]);
            Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
            hasher.GetHashAndReset(hash);
            Span<char> token = stackalloc char[Prefix.Length + (TokenBytes / 3 * 4)];
            Prefix.CopyTo(token);
            Base64Url.EncodeToChars(hash[..TokenBytes], token[Prefix.Length..]);
            return new string(token);
        }

        public void Dispose() => tokens.hashers.Add(hasher);
    }
}

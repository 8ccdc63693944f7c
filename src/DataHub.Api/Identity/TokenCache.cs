using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace DataHub.Api.Identity;

/// <summary>
/// Tokens that were found good, for at most five minutes each: a signature costs more than the rest of a small request. Only hashes are
/// kept, and only of good tokens, so a flood of bad ones does not push anything out.
/// </summary>
internal sealed class TokenCache(TimeProvider clock)
{
    private const int Capacity = 10_000;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private readonly ConcurrentDictionary<TokenHash, AccessToken> known = new();

    public AccessToken? Find(TokenHash hash) =>
        known.TryGetValue(hash, out var token) && token.GoodUntil > clock.GetUtcNow() ? token : null;

    /// <summary>The token as it is kept: it says how long it is good.</summary>
    public AccessToken Add(TokenHash hash, AccessToken token)
    {
        var now = clock.GetUtcNow();
        if (known.Count >= Capacity) MakeRoom(now);
        var until = now + Longest;
        return known[hash] = token with { GoodUntil = token.ExpiresAt < until ? token.ExpiresAt : until };
    }

    private void MakeRoom(DateTimeOffset now)
    {
        foreach (var (hash, token) in known)
            if (token.GoodUntil <= now) known.TryRemove(hash, out _);
        if (known.Count >= Capacity) known.Clear();
    }
}

/// <summary>SHA-256 of a token's characters.</summary>
internal readonly record struct TokenHash(UInt128 High, UInt128 Low)
{
    public static TokenHash Of(ReadOnlySpan<char> token)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(token), hash);
        var halves = MemoryMarshal.Cast<byte, UInt128>(hash);
        return new TokenHash(halves[0], halves[1]);
    }
}

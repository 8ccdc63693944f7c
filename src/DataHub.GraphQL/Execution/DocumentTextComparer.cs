using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace DataHub.GraphQL.Execution;

/// <summary>
/// Compares texts of documents, which are long: hashes 16 bytes a multiplication, in four independent lanes, with secrets of the process, so
/// that nobody outside knows texts that collide.
/// </summary>
internal sealed class DocumentTextComparer : IEqualityComparer<string>
{
    private const int LaneWords = 2;
    private const int BlockWords = 4 * LaneWords;
    private const int WordChars = sizeof(ulong) / sizeof(char);

    private readonly ulong[] secrets = MemoryMarshal.Cast<byte, ulong>(RandomNumberGenerator.GetBytes(BlockWords * sizeof(ulong))).ToArray();

    public bool Equals(string? x, string? y) => string.Equals(x, y, StringComparison.Ordinal);

    public int GetHashCode([DisallowNull] string obj)
    {
        var words = MemoryMarshal.Cast<char, ulong>(obj);
        var s = secrets.AsSpan(0, BlockWords);
        var (s1, s3, s5, s7) = (s[1], s[3], s[5], s[7]);
        var (a, b, c, d) = (s[0] ^ (ulong)obj.Length, s[2], s[4], s[6]);
        foreach (ref readonly var block in MemoryMarshal.Cast<ulong, Block>(words))
        {
            a = Mix(block.A ^ s1, block.B ^ a);
            b = Mix(block.C ^ s3, block.D ^ b);
            c = Mix(block.E ^ s5, block.F ^ c);
            d = Mix(block.G ^ s7, block.H ^ d);
        }
        words = words[(words.Length & -BlockWords)..];
        foreach (var word in words) a = Mix(word ^ s1, a ^ s3);
        foreach (var character in obj.AsSpan(obj.Length - (obj.Length % WordChars))) a = Mix(character ^ s1, a ^ s3);
        var hash = Mix(a ^ s5, b ^ s7) ^ Mix(c ^ s1, d ^ s3);
        return (int)(hash ^ (hash >> 32));
    }

    private readonly record struct Block(ulong A, ulong B, ulong C, ulong D, ulong E, ulong F, ulong G, ulong H);

    private static ulong Mix(ulong one, ulong other)
    {
        var high = Math.BigMul(one, other, out var low);
        return high ^ low;
    }
}

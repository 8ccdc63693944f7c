using System.Security.Cryptography;

namespace DataHub.Shared.Secrets;

/// <summary>Fresh random bytes in small pieces: the system's generator is asked for many at a time, since being asked is what costs.</summary>
internal static class Nonces
{
    private const int Stock = 3072;

    [ThreadStatic]
    private static byte[]? stock;

    [ThreadStatic]
    private static int used;

    /// <summary>Fills with bytes that nobody was given before.</summary>
    public static void Fill(Span<byte> target)
    {
        if (stock is null || used + target.Length > stock.Length)
        {
            stock ??= new byte[Stock];
            RandomNumberGenerator.Fill(stock);
            used = 0;
        }
        stock.AsSpan(used, target.Length).CopyTo(target);
        used += target.Length;
    }
}

using System.Security.Cryptography;
using System.Text;

namespace DataHub.Feeds.Reading;

/// <summary>What one pass over a file's bytes tells before anything is read from it.</summary>
/// <param name="Encoding">Encoding of the whole file.</param>
/// <param name="Preamble">Bytes of the byte order mark.</param>
/// <param name="Hash">SHA-256 of the bytes.</param>
/// <param name="Length">Bytes of the file.</param>
public sealed record TextProbe(Encoding Encoding, int Preamble, byte[] Hash, long Length)
{
    /// <summary>Longest line taken, in bytes.</summary>
    public const int LongestLine = 1 << 20;

    private const int Chunk = 1 << 17;

    /// <summary>
    /// Reads the whole stream once, in bounded memory. Throws <see cref="FeedRefusedException"/> for a file that is no text, is empty,
    /// or has a line longer than <see cref="LongestLine"/>.
    /// </summary>
    public static async Task<TextProbe> RunAsync(Stream stream, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var scan = new ByteScan();
        var buffer = new byte[Chunk];
        int read;
        while ((read = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancel)) > 0)
        {
            hash.AppendData(buffer, 0, read);
            scan.Take(buffer.AsSpan(0, read));
        }
        var (encoding, preamble) = scan.Decide();
        return new TextProbe(encoding, preamble, hash.GetHashAndReset(), scan.Length);
    }
}

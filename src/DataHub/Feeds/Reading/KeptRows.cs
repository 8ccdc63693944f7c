using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace DataHub.Feeds.Reading;

/// <summary>
/// Rows of a mapped sheet that wait for a steward: a line that names their feed, then a JSON object a row. The mapping may have changed
/// until
/// the run goes on, its rows have not.
/// </summary>
internal sealed class KeptRows : RowSource
{
    private const string Mark = "datahub-rows/1 ";

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Stream stream;

    private KeptRows(Stream stream, FeedDefinition feed) => (this.stream, Feed) = (stream, feed);

    public override FeedDefinition Feed { get; }

    public override byte[] Hash => [];

    public override long Length => stream.Length;

    public override long Position => stream.Position;

    /// <summary>Kept rows, when the stream holds such; else null, and the stream stands at its beginning.</summary>
    public static async Task<KeptRows?> TryOpenAsync(Stream stream, CancellationToken cancel)
    {
        var head = new byte[64];
        var read = await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancel);
        stream.Position = 0;
        var text = Encoding.UTF8.GetString(head, 0, read);
        if (!text.StartsWith(Mark, StringComparison.Ordinal) || text.IndexOf('\n',
            StringComparison.Ordinal) is not (> 0 and var end)) return null;
        return new KeptRows(stream, FeedCatalogue.Get(text[Mark.Length..end]));
    }

    public override IEnumerable<RawRow> Rows()
    {
        using var reader = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, bufferSize: 1 << 16,
            leaveOpen: true);
        reader.ReadLine();
        while (reader.ReadLine() is { } line) yield return JsonSerializer.Deserialize<RawRow>(line, Json)!;
    }

    public override Stream Bytes()
    {
        stream.Position = 0;
        return stream;
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        stream.Dispose();
    }

    /// <summary>Writes rows as they are read, packed and in memory: no clear text of them comes to lie on disk.</summary>
    internal sealed class Writer : IDisposable
    {
        private readonly MemoryStream memory = new();
        private readonly DeflateStream packed;

        public Writer(FeedDefinition feed)
        {
            packed = new DeflateStream(memory, CompressionLevel.Fastest, leaveOpen: true);
            packed.Write(Encoding.UTF8.GetBytes($"{Mark}{feed.Name}\n"));
        }

        public void Add(RawRow row)
        {
            JsonSerializer.Serialize(packed, row, Json);
            packed.WriteByte((byte)'\n');
        }

        /// <summary>What was written.</summary>
        public Stream Written()
        {
            packed.Dispose();
            memory.Position = 0;
            return new DeflateStream(memory, CompressionMode.Decompress, leaveOpen: true);
        }

        public void Dispose()
        {
            packed.Dispose();
            memory.Dispose();
        }
    }
}

using System.Text;

namespace DataHub.Feeds.Reading;

/// <summary>An opened file whose feed is known.</summary>
public sealed class FeedFile : IDisposable
{
    private readonly Stream stream;
    private readonly RowSplitter? splitter;
    private readonly IReadOnlyList<RawRow> given;

    private FeedFile(Stream stream, RowSplitter? splitter, FeedHeader header, TextProbe probe)
    {
        this.stream = stream;
        this.splitter = splitter;
        given = [];
        Header = header;
        Probe = probe;
    }

    private FeedFile(FeedDefinition feed, IReadOnlyList<RawRow> given)
    {
        stream = Stream.Null;
        this.given = given;
        Header = FeedHeader.Of(feed);
        Probe = new TextProbe(Encoding.UTF8, 0, [], 0);
    }

    /// <summary>Feed and columns.</summary>
    public FeedHeader Header { get; }

    /// <summary>Encoding, hash and length.</summary>
    public TextProbe Probe { get; }

    /// <summary>Bytes read so far, for progress.</summary>
    public long Position => stream.Position;

    /// <summary>Opens a file. Throws <see cref="FeedRefusedException"/> when it is no feed.</summary>
    public static Task<FeedFile> OpenAsync(string path, CancellationToken cancel) => OpenAsync(Open(path), cancel);

    /// <summary>Rows that come from no file.</summary>
    internal static FeedFile Of(FeedDefinition feed, IReadOnlyList<RawRow> rows) => new(feed, rows);

    /// <summary>Reads a file's bytes from a stream that can be read twice, and closes it in the end. Throws when they are no feed.</summary>
    public static async Task<FeedFile> OpenAsync(Stream stream, CancellationToken cancel)
    {
        try
        {
            var probe = await TextProbe.RunAsync(stream, cancel);
            stream.Position = probe.Preamble;
            var text = new StreamReader(stream, probe.Encoding, detectEncodingFromByteOrderMarks: false, bufferSize: 1 << 16);
            var (line, linesBefore) = HeaderLine(text);
            var header = FeedHeader.Match(line);
            return new FeedFile(stream, new RowSplitter(text, header, linesBefore), header, probe);
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    }

    /// <summary>All rows, once.</summary>
    public IEnumerable<RawRow> Rows() => splitter?.Rows() ?? given;

    /// <summary>The file's bytes from their beginning, once its rows have been read.</summary>
    internal Stream Bytes()
    {
        stream.Position = 0;
        return stream;
    }

    public void Dispose()
    {
        splitter?.Dispose();
        stream.Dispose();
    }

    private static FileStream Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new FeedRefusedException("the file cannot be opened", error);
        }
    }

    private static (string Line, int LinesBefore) HeaderLine(StreamReader text)
    {
        var lines = 0;
        while (text.ReadLine() is { } line)
        {
            lines++;
            // Excel takes its separator from a first line like this, and some exporters write it.
            var isHint = line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && line.Length <= 6;
            if (!isHint && !string.IsNullOrWhiteSpace(line)) return (line, lines);
        }
        throw new FeedRefusedException("the file is empty: not even a header");
    }
}

using System.Buffers;
using System.Globalization;
using System.Text;

namespace DataHub.Demonstration;

/// <summary>One CSV file (RFC 4180, UTF-8 without mark, LF, ISO dates). Written beside its name and moved there when whole.</summary>
internal sealed class FeedWriter : IDisposable
{
    private const long ReportEvery = 20_000;
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");
    private readonly string file;
    private readonly string path;
    private readonly IProgress<DemoProgress>? progress;
    private readonly CancellationToken cancellation;
    private readonly StreamWriter writer;
    private bool within;
    private long nextReport = ReportEvery;

    public FeedWriter(string folder, string file, string header, IProgress<DemoProgress>? progress, CancellationToken cancellation)
    {
        this.file = file;
        this.progress = progress;
        this.cancellation = cancellation;
        path = Path.Combine(folder, file);
        writer = new StreamWriter(path + ".part", append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16);
        writer.Write(header);
        writer.Write('\n');
    }

    public long Rows { get; private set; }

    public FeedWriter Text(ReadOnlySpan<char> value)
    {
        Separate();
        if (value.IndexOfAny(Special) < 0)
        {
            writer.Write(value);
            return this;
        }
        writer.Write('"');
        foreach (var character in value)
        {
            if (character == '"') writer.Write('"');
            writer.Write(character);
        }
        writer.Write('"');
        return this;
    }

    public FeedWriter Number(long value)
    {
        Span<char> digits = stackalloc char[20];
        value.TryFormat(digits, out var length, default, CultureInfo.InvariantCulture);
        return Text(digits[..length]);
    }

    public FeedWriter Date(DateOnly value)
    {
        Span<char> digits = stackalloc char[10];
        value.TryFormat(digits, out var length, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Text(digits[..length]);
    }

    public FeedWriter Nothing() => Text(default);

    public FeedWriter YesOrNo(bool value) => Text(value ? "Ya" : "Tidak");

    public void End()
    {
        writer.Write('\n');
        within = false;
        Rows++;
    }

    /// <summary>Tells that <paramref name="done"/> of <paramref name="total"/> subjects are written; reports now and then.</summary>
    public void Advance(int done, int total)
    {
        if (Rows < nextReport) return;
        cancellation.ThrowIfCancellationRequested();
        nextReport = Rows + ReportEvery;
        progress?.Report(new DemoProgress(file, Rows, done == 0 ? Rows : Rows * total / done));
    }

    /// <summary>The file is whole: only now does it carry its name.</summary>
    public void Finish()
    {
        cancellation.ThrowIfCancellationRequested();
        writer.Dispose();
        File.Move(path + ".part", path, overwrite: true);
        progress?.Report(new DemoProgress(file, Rows, Rows));
    }

    public void Dispose() => writer.Dispose();

    private void Separate()
    {
        if (within) writer.Write(',');
        within = true;
    }
}

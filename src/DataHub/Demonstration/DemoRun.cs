namespace DataHub.Demonstration;

/// <summary>What the files of one generation share.</summary>
internal sealed class DemoRun(DemoOptions options, Population population, IProgress<DemoProgress>? progress, CancellationToken cancellation)
{
    /// <summary>A row that nobody can read stands in the middle of every stretch of this many subjects: six a feed at full count.</summary>
    private const int BrokenEvery = 32_000;

    public Population Population { get; } = population;

    public TruthFile Truth { get; } = new(new FeedWriter(options.OutputDirectory, "truth.csv", TruthFile.Header, progress, cancellation));

    public FeedWriter Open(string file, string header) => new(options.OutputDirectory, file, header, progress, cancellation);

    /// <summary>True where a broken row is due after this subject.</summary>
    public static bool BreaksAfter(int subject, int subjects) => subject % BrokenEvery == Math.Min(subjects, BrokenEvery) / 2;

    /// <summary>Which broken row this is, so that the kinds take turns.</summary>
    public static int BreakNumber(int subject) => subject / BrokenEvery;
}

using System.Diagnostics;
using DataHub.Linkage.Model;
using DataHub.Testing;
using DataHub.Testing.Linkage;
using DataHub.Testing.Linkage.Scoring;

namespace DataHub.Linkage.Bench;

/// <summary>Links a labelled folder with the linker alone, in memory, and prints how well and at what cost.</summary>
internal static class RunCommand
{
    public static int Run(Arguments arguments, TextWriter output)
    {
        var folder = arguments.Text("data");
        var report = new Report(output);
        var records = LinkRecords.Read(folder);
        if (arguments.Find("shuffle") is not null) new Random(arguments.Whole("shuffle", 1)).Shuffle(records);
        var context = new LinkContext { Gazetteer = Regions(arguments.Find("villages") == "yes") };
        var (since, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var result = Linker.Link(records, context);
        var (taken, worked) = (Stopwatch.GetElapsedTime(since), Environment.CpuUsage.TotalTime - cpu);
        using var process = Process.GetCurrentProcess();
        report.Line($"model {context.Model.Version}, {records.Length} records");
        report.Line($"{taken.TotalSeconds:F1} s, {worked.TotalSeconds:F1} s of processors");
        report.Line($"peak memory {process.PeakWorkingSet64 >> 20} MB");
        Score(folder, records, result, report);
        if (arguments.Find("out") is { } file) Write(file, records, result);
        return 0;
    }

    private static void Score(string folder, LinkRecord[] records, LinkResult result, Report report)
    {
        var truth = Path.Combine(folder, "truth.csv");
        var score = LinkageScore.Of(LabelledFolder.Businesses(truth), LinkRecords.Clusters(records, result.Businesses));
        report.Write(score, LabelledFolder.Cases(Path.Combine(folder, "cases.csv")));
        report.WritePersons(LinkageScore.Of(LabelledFolder.Persons(truth), LinkRecords.Clusters(records, result.Persons)));
        report.Write(score.Review(result.Review.Select(question =>
            new RecordPair(LinkRecords.KeyOf(records[question.Edge.A]), LinkRecords.KeyOf(records[question.Edge.B])))));
        foreach (var reason in result.Review.GroupBy(question => question.Reason).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var review = score.Review(reason.Select(question =>
                new RecordPair(LinkRecords.KeyOf(records[question.Edge.A]), LinkRecords.KeyOf(records[question.Edge.B]))));
            report.Line($"  {reason.Key,-24} {review.Pairs} pairs, {review.Yield:P1} true");
        }
    }

    /// <summary>Regencies and districts, which every hub has; villages only where an authority's full table was loaded.</summary>
    private static Gazetteer Regions(bool withVillages)
    {
        if (SharedData.Find() is null) return Gazetteer.Empty;
        var regions = Rows("regions.csv");
        return new Gazetteer(withVillages ? regions.Concat(Rows("areas_lampung.csv").Where(region => region.Code.Length == 13)) : regions);
    }

    private static IEnumerable<GazetteerRegion> Rows(string file) =>
        File.ReadLines(SharedData.PathOf(file)).Select(line => line.Split(',')).Where(parts => char.IsAsciiDigit(parts[0][0]))
            .Select(parts => new GazetteerRegion(parts[0], parts[1]));

    private static void Write(string file, LinkRecord[] records, LinkResult result)
    {
        using var writer = new StreamWriter(file);
        writer.WriteLine("feed,source_record_id,cluster_id,owner_cluster_id");
        for (var at = 0; at < records.Length; at++)
        {
            var key = LinkRecords.KeyOf(records[at]);
            writer.WriteLine($"{key.Feed},{key.Key},B{result.Businesses[at]},P{result.Persons[at]}");
        }
    }
}

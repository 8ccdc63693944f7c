using DataHub.Testing.Linkage.Scoring;

namespace DataHub.Linkage.Bench;

/// <summary>Scores clusters.csv (and review.csv) against the truth of a labelled folder.</summary>
internal static class ScoreCommand
{
    public static int Run(Arguments arguments, TextWriter output)
    {
        var folder = arguments.Text("data");
        Score(folder, arguments.Text("clusters"), arguments.Find("review"), output);
        if (arguments.Find("before") is not { } before) return 0;
        var stability = LinkageScore.Stability(
            LabelledFolder.Column(before, "cluster_id"), LabelledFolder.Column(arguments.Text("clusters"), "cluster_id"));
        new Report(output).Line($"ids kept since the earlier run: {stability:P3}");
        return 0;
    }

    public static void Score(string folder, string clusterFile, string? reviewFile, TextWriter output)
    {
        var truth = Path.Combine(folder, "truth.csv");
        var cases = Path.Combine(folder, "cases.csv");
        var report = new Report(output);
        var score = LinkageScore.Of(LabelledFolder.Businesses(truth), LabelledFolder.Column(clusterFile, "cluster_id"));
        report.Write(score, File.Exists(cases) ? LabelledFolder.Cases(cases) : null);
        var owners = LabelledFolder.Column(clusterFile, "owner_cluster_id");
        if (owners.Count > 0)
        {
            var persons = LabelledFolder.Persons(truth).Where(entry => owners.ContainsKey(entry.Key)).ToDictionary();
            report.WritePersons(LinkageScore.Of(persons, owners));
        }

        if (reviewFile is not null) report.Write(score.Review(LabelledFolder.Review(reviewFile)));
    }
}

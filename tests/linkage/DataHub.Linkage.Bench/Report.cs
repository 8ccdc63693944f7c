using System.Globalization;
using DataHub.Testing.Linkage.Scoring;

namespace DataHub.Linkage.Bench;

/// <summary>Prints figures of a clustering.</summary>
internal sealed class Report(TextWriter output)
{
    public void Write(LinkageScore score, ILookup<string, RecordKey>? cases)
    {
        Line($"{score.Records} records, {score.Missing} without a cluster");
        Line($"BUSINESS pairwise      {Pairs(score.Pairwise)}");
        Line($"BUSINESS B-cubed       {Records(score.BCubed)}");
        var clusters = score.Clusters;
        Line($"clusters {clusters.Predicted} for {clusters.Real}, {clusters.ExactlyRight} exactly right, {clusters.Split} split");
        Line($"over-merged {clusters.OverMerged}, of three or more {clusters.OverMergedThree}");
        Line($"worst over-merged cluster {clusters.LargestOverMerge} businesses");
        Line($"largest over-merged cluster {clusters.MostRecordsInOverMerged} records");
        foreach (var (pair, figures) in score.ByFeedPair) Line($"  {pair,-24} {Pairs(figures)}");
        if (cases is null) return;
        foreach (var records in cases.OrderBy(group => group.Key, StringComparer.Ordinal))
            Line($"  {records.Key,-26} {records.Count(),7}  {Records(score.Over(records))}");
    }

    public void WritePersons(LinkageScore score) => Line($"PERSON B-cubed         {Records(score.BCubed)}");

    public void Write(ReviewFigures review)
    {
        Line($"review {review.Pairs} pairs, {review.Yield:P1} true, {review.PairsPerThousandRecords:F1} in 1,000 records");
        Line($"after perfect review   {Records(review.After)}");
    }

    public void Line(FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    private static string Pairs(PairFigures figures) =>
        string.Create(CultureInfo.InvariantCulture, $"P {figures.Precision:F4}  R {figures.Recall:F4}  F1 {figures.F1:F4}  ")
        + string.Create(CultureInfo.InvariantCulture, $"right {figures.True} wrong {figures.False} missed {figures.Missed}");

    private static string Records(RecordFigures figures) =>
        string.Create(CultureInfo.InvariantCulture, $"P {figures.Precision:F4}  R {figures.Recall:F4}  F1 {figures.F1:F4}");
}

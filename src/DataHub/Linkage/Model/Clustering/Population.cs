using DataHub.Linkage.Model.Comparing;
using DataHub.Linkage.Model.Weights;

namespace DataHub.Linkage.Model.Clustering;

/// <summary>The records of one call in the canonical order, and how any two of them score.</summary>
internal sealed class Population(Prepared[] records, Comparer comparer, ModelWeights weights, float shift)
{
    public Prepared[] Records => records;

    public ModelWeights Weights => weights;

    public float Shift => shift;

    /// <summary>Compares two records unless they cannot matter to each other.</summary>
    public bool IsWorth(int a, int b, Reach reach, out Compared compared) => comparer.IsWorth(records[a], records[b], reach, out compared);

    public Compared Compare(int a, int b) => comparer.Compare(records[a], records[b]);

    /// <summary>Bits for one person.</summary>
    public float Person(int a, int b) => weights.Person.Sum(Compare(a, b), shift);

    /// <summary>Bits for one business, given one person.</summary>
    public float SamePerson(int a, int b) => weights.SamePerson.Sum(Compare(a, b), shift);

    /// <summary>Bits for one business, whoever the persons are.</summary>
    public float Across(int a, int b) => weights.Across.Sum(Compare(a, b), shift);

    /// <summary>
    /// Score of two groups: part the strongest pair, part the mean of all, each pair bounded so that one identifier does not drown all
    /// else.
    /// </summary>
    public float OfGroups(IReadOnlyList<int> groupA, IReadOnlyList<int> groupB, Func<int, int, float> score)
    {
        var (sum, most) = (0f, float.MinValue);
        foreach (var a in groupA)
        {
            foreach (var b in groupB)
            {
                var bits = Math.Clamp(score(a, b), -Bound, Bound);
                sum += bits;
                most = Math.Max(most, bits);
            }
        }
        var share = weights.Thresholds.StrongestShare;
        return (share * most) + ((1 - share) * sum / (groupA.Count * groupB.Count));
    }

    private const float Bound = 12;
}

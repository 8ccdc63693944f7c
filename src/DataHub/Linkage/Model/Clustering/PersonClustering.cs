using DataHub.Linkage.Model.Comparing;
using DataHub.Linkage.Model.Normalising;

namespace DataHub.Linkage.Model.Clustering;

/// <summary>
/// First stage: whose records. Groups grow from the strongest pair; a rule is checked against the whole groups, not the pair.
/// </summary>
internal sealed class PersonClustering(Population population, Decided decided)
{
    private readonly Groups _groups = new(population.Records.Length);

    /// <summary>Joins that a rule forbade.</summary>
    public List<Vetoed> Vetoes { get; } = [];

    /// <summary>Groups the records by pairs in the order <see cref="ScoredPair.ByPerson"/>.</summary>
    public Groups Of(IEnumerable<ScoredPair> pairs)
    {
        foreach (var (a, b) in decided.SamePerson) JoinIfApart(a, b);
        foreach (var pair in pairs)
        {
            if (pair.Person < population.Weights.Thresholds.Person) break;
            var (a, b) = (_groups.Of(pair.A), _groups.Of(pair.B));
            if (a != b && MayJoin(a, b, pair)) _groups.Join(a, b);
        }
        return _groups;
    }

    private void JoinIfApart(int a, int b)
    {
        (a, b) = (_groups.Of(a), _groups.Of(b));
        if (a != b && !decided.KeepsApart(LinkSubject.Person, _groups.Members(a), _groups.Members(b))) _groups.Join(a, b);
    }

    private bool MayJoin(int a, int b, ScoredPair pair)
    {
        var (groupA, groupB) = (_groups.Members(a), _groups.Members(b));
        var thresholds = population.Weights.Thresholds;
        if (decided.KeepsApart(LinkSubject.Person, groupA, groupB)) return false;
        if (groupA.Count + groupB.Count > thresholds.MostRecords) return Veto(pair, "TOO_MANY_RECORDS");
        if (pair.Person < thresholds.OverNik && HaveDifferentNiks(groupA, groupB)) return Veto(pair, "DIFFERENT_NIK");
        return (groupA.Count == 1 && groupB.Count == 1) || population.OfGroups(groupA, groupB, population.Person) >= thresholds.Person;
    }

    private bool Veto(ScoredPair pair, string reason)
    {
        Vetoes.Add(new(pair.A, pair.B, LinkSubject.Person, reason));
        return false;
    }

    private bool HaveDifferentNiks(IReadOnlyList<int> groupA, IReadOnlyList<int> groupB)
    {
        foreach (var a in groupA)
        {
            var nik = population.Records[a].Nik;
            if (nik.State != IdentifierState.WellFormed) continue;
            foreach (var b in groupB)
            {
                var other = population.Records[b].Nik;
                if (other.State == IdentifierState.WellFormed && IdentifierComparison.OfNik(nik, other) == Level.Different) return true;
            }
        }
        return false;
    }
}

using DataHub.Linkage.Model;

namespace DataHub.Linkage.Store;

/// <summary>Where the records of a pass stand now.</summary>
internal sealed class Memberships(
    IReadOnlyList<PassRecord> records, Clusters clusters, IReadOnlyList<long> persons, IReadOnlyList<long> businesses)
{
    private readonly long[] personSmallest = Smallest(records, clusters.PersonOf, persons.Count);
    private readonly long[] businessSmallest = Smallest(records, clusters.BusinessOf, businesses.Count);

    /// <summary>Business by record; 0: none.</summary>
    public long[] Businesses { get; } = [.. clusters.BusinessOf.Select(cluster => businesses[cluster])];

    /// <summary>The links that say something else than before.</summary>
    public List<MovedLink> Moved(LinkResult result, StandingRules rules)
    {
        var moved = new MovedLink?[records.Count];
        Parallel.For(0, records.Count, place =>
        {
            var now = Of(place, rules.Of(place));
            if (now == records[place].Former) return;
            moved[place] = new MovedLink(place, now, now.Rule == "MODEL" ? result.Holds[place] ?? result.HoldsPerson[place] : null);
        });
        return [.. moved.OfType<MovedLink>()];
    }

    private Membership Of(int place, Standing standing)
    {
        var (person, business) = (clusters.PersonOf[place], clusters.BusinessOf[place]);
        return new Membership
        {
            RecordId = records[place].Id,
            Business = businesses[business],
            Person = persons[person],
            Cluster = businesses[business] == 0 ? businessSmallest[business] : 0,
            PersonCluster = persons[person] == 0 ? personSmallest[person] : 0,
            Rule = standing.Rule,
            IsCertain = standing.IsCertain,
            IsPersonCertain = standing.IsPersonCertain,
        };
    }

    private static long[] Smallest(IReadOnlyList<PassRecord> records, int[] clusterOf, int clusters)
    {
        var smallest = new long[clusters];
        for (var place = 0; place < clusterOf.Length; place++)
        {
            ref var known = ref smallest[clusterOf[place]];
            if (known == 0 || records[place].Id < known) known = records[place].Id;
        }
        return smallest;
    }
}

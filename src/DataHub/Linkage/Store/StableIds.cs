namespace DataHub.Linkage.Store;

/// <summary>
/// Gives clusters their ids: an id stays with the record that it was minted from, or else with most of its records; where several come
/// together the oldest stays; a part that is exactly what a merge had taken gets back what it had; what is left is new.
/// </summary>
internal sealed class StableIds
{
    private readonly IdQuestion question;
    private readonly long[] ids;
    private readonly List<Retirement> retirements = [];
    private readonly Dictionary<int, List<int>> members = [];
    private readonly List<int> restored = [];
    private List<int> without;

    public StableIds(IdQuestion question)
    {
        this.question = question;
        ids = new long[question.HasId.Length];
        Settle(Claims());
        without = [.. Enumerable.Range(0, ids.Length).Where(cluster => question.HasId[cluster] && ids[cluster] == 0)];
        Gather();
    }

    /// <summary>Id by cluster; 0: none.</summary>
    public IReadOnlyList<long> Ids => ids;

    /// <summary>Ids that came to their end.</summary>
    public IReadOnlyList<Retirement> Retirements => retirements;

    /// <summary>Clusters that have no id yet.</summary>
    public int Missing => without.Count;

    /// <summary>Clusters with the id that a merge had taken from them.</summary>
    public IReadOnlyList<int> Restored => restored;

    /// <summary>Ids that clusters without one stood for: those may have taken them in earlier.</summary>
    public IReadOnlyCollection<long> PartedFrom =>
    [
        .. without.SelectMany(cluster => members.GetValueOrDefault(cluster) ?? []).Select(record => question.Former[record])
            .Where(id => id != 0).Distinct(),
    ];

    /// <summary>Gives ids back to clusters that are exactly what a merge had taken.</summary>
    public void Restore(IReadOnlyList<Retired> earlier)
    {
        var bySurvivor = earlier.Where(one => one.Records is not null).OrderBy(one => one.Id).ToLookup(one => one.Survivor);
        var given = new HashSet<long>();
        foreach (var cluster in without)
        {
            if (!members.TryGetValue(cluster, out var own)) continue;
            var match = own.Select(record => question.Former[record]).Where(id => id != 0).Distinct()
                .SelectMany(id => bySurvivor[id]).FirstOrDefault(one => !given.Contains(one.Id) && one.Records!.SetEquals(own));
            if (match is null) continue;
            given.Add(match.Id);
            ids[cluster] = match.Id;
            restored.Add(cluster);
        }
        without = [.. without.Where(cluster => ids[cluster] == 0)];
    }

    /// <summary>Gives new ids to what is left, in the order of the clusters, and tells which clusters these are.</summary>
    public IReadOnlyList<int> Mint(IReadOnlyList<long> fresh)
    {
        for (var i = 0; i < without.Count; i++) ids[without[i]] = fresh[i];
        var minted = without;
        without = [];
        return minted;
    }

    private Dictionary<int, List<long>> Claims()
    {
        var shares = new Dictionary<long, Dictionary<int, int>>();
        for (var record = 0; record < question.Former.Length; record++)
        {
            if (question.Former[record] is not (not 0 and var id)) continue;
            if (!shares.TryGetValue(id, out var share)) shares[id] = share = [];
            share[question.ClusterOf[record]] = share.GetValueOrDefault(question.ClusterOf[record]) + 1;
        }
        var claims = new Dictionary<int, List<long>>();
        foreach (var (id, share) in shares) Add(claims, Home(id, share), id);
        foreach (var (cluster, id) in question.Claims)
            if (!shares.ContainsKey(id)) Add(claims, cluster, id);
        return claims;
    }

    // Clusters are numbered by their first record: of equal shares the one with the first record counts.
    private int Home(long id, Dictionary<int, int> share) => question.Anchors.TryGetValue(id, out var anchor)
        ? question.ClusterOf[anchor]
        : share.OrderByDescending(part => part.Value).ThenBy(part => part.Key).First().Key;

    private void Settle(Dictionary<int, List<long>> claims)
    {
        foreach (var (cluster, claimed) in claims)
        {
            var survivor = question.HasId[cluster] ? claimed.Min() : 0;
            ids[cluster] = survivor;
            retirements.AddRange(claimed.Where(id => id != survivor).Select(id => new Retirement(id, survivor)));
        }
        retirements.Sort((one, other) => one.Id.CompareTo(other.Id));
    }

    private void Gather()
    {
        if (without.Count == 0) return;
        var wanted = without.ToHashSet();
        for (var record = 0; record < question.ClusterOf.Length; record++)
        {
            var cluster = question.ClusterOf[record];
            if (!wanted.Contains(cluster)) continue;
            if (!members.TryGetValue(cluster, out var own)) members[cluster] = own = [];
            own.Add(record);
        }
    }

    private static void Add(Dictionary<int, List<long>> claims, int cluster, long id)
    {
        if (!claims.TryGetValue(cluster, out var claimed)) claims[cluster] = claimed = [];
        claimed.Add(id);
    }
}

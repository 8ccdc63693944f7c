namespace DataHub.Linkage.Model.Clustering;

/// <summary>Pairs of undertakings that a person should judge: in doubt, or kept apart by a rule.</summary>
internal sealed class ReviewQueue(Population population, Groups persons, Groups businesses, Holding holding)
{
    /// <summary>Most pairs for a thousand records.</summary>
    private const int PerThousand = 40;

    private readonly Dictionary<(int, int), (ScoredPair Pair, float Odds, string Reason)> _best = [];

    /// <summary>The queue, the worthiest first.</summary>
    public List<ReviewCandidate> Of(IEnumerable<ScoredPair> pairs, IEnumerable<Vetoed> vetoes, Func<int, decimal> atStake)
    {
        var reasons = new Dictionary<(int, int), string>();
        foreach (var veto in vetoes) reasons.TryAdd((veto.A, veto.B), veto.Reason);
        foreach (var pair in pairs) Consider(pair, reasons.GetValueOrDefault((pair.A, pair.B), "IN_DOUBT"));
        var most = (int)Math.Ceiling(population.Records.Length * PerThousand / 1000.0);
        return [.. _best.Values
            .OrderByDescending(entry => entry.Odds).ThenBy(entry => entry.Pair.A).ThenBy(entry => entry.Pair.B)
            .Take(most)
            .Select(entry => Candidate(entry, atStake))
            .OrderByDescending(candidate => candidate.Worth).ThenBy(candidate => candidate.Edge.A).ThenBy(candidate => candidate.Edge.B)];
    }

    private void Consider(ScoredPair pair, string reason)
    {
        var (a, b) = (businesses.Of(pair.A), businesses.Of(pair.B));
        if (a == b) return;
        var odds = Odds(pair);
        if (odds < 0) return;
        var key = a < b ? (a, b) : (b, a);
        if (!_best.TryGetValue(key, out var best) || odds > best.Odds) _best[key] = (pair, odds, reason);
    }

    /// <summary>Bits for one business: by the business itself, or through the person, where both steps have to hold.</summary>
    private float Odds(ScoredPair pair)
    {
        var given = population.SamePerson(pair.A, pair.B);
        var through = persons.Of(pair.A) == persons.Of(pair.B) ? given : Math.Min(pair.Person, given);
        return Math.Max(through, pair.Across);
    }

    private ReviewCandidate Candidate((ScoredPair Pair, float Odds, string Reason) entry, Func<int, decimal> atStake)
    {
        var pair = entry.Pair;
        var edge = pair.Across >= pair.Person || persons.Of(pair.A) == persons.Of(pair.B)
            ? holding.EdgeOfBusiness(pair.A, pair.B, persons)
            : holding.EdgeOfPerson(pair.A, pair.B);
        var (groupA, groupB) = (businesses.Members(businesses.Of(pair.A)), businesses.Members(businesses.Of(pair.B)));
        var money = groupA.Concat(groupB).Sum(atStake);
        var probability = 1 / (1 + Math.Pow(2, -entry.Odds));
        var worth = probability * (groupA.Count + groupB.Count) * (1 + Math.Log10(1 + ((double)money / 1_000_000)));
        return new(edge, entry.Reason, Math.Round(worth, 2));
    }
}

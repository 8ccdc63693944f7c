namespace DataHub.Linkage.Model.Clustering;

/// <summary>Pairs of undertakings that a person should judge: in doubt, or kept apart by a rule; not what a steward keeps apart already.</summary>
internal sealed class ReviewQueue(Population population, Decided decided, Groups persons, Groups businesses, Holding holding)
{
    /// <summary>Most pairs for a thousand records.</summary>
    private const int PerThousand = 40;

    /// <summary>Below this a pair is not worth a person's time.</summary>
    private const double LeastProbability = 0.2;

    private readonly Dictionary<(int, int), (ScoredPair Pair, float Odds, string Reason)> _best = [];

    /// <summary>The queue, the worthiest first.</summary>
    public List<ReviewCandidate> Of(IEnumerable<ScoredPair> pairs, IEnumerable<Vetoed> vetoes, Func<int, decimal> atStake)
    {
        var reasons = new Dictionary<(int, int), string>();
        foreach (var veto in vetoes) reasons.TryAdd((veto.A, veto.B), veto.Reason);
        foreach (var pair in pairs) Consider(pair, reasons.GetValueOrDefault((pair.A, pair.B), "IN_DOUBT"));
        var most = (int)Math.Ceiling(population.Records.Length * PerThousand / 1000.0);
        return [.. _best.Values
            .Select(entry => (entry.Pair, Probability: OfClusters(entry.Pair), entry.Reason))
            .Where(entry => entry.Probability >= LeastProbability)
            .OrderByDescending(entry => entry.Probability).ThenBy(entry => entry.Pair.A).ThenBy(entry => entry.Pair.B)
            .Take(most)
            .Select(entry => Candidate(entry.Pair, entry.Probability, entry.Reason, atStake))
            .OrderByDescending(candidate => candidate.Worth).ThenBy(candidate => candidate.Edge.A).ThenBy(candidate => candidate.Edge.B)];
    }

    /// <summary>Of two clusters, keeps the pair that speaks loudest.</summary>
    private void Consider(ScoredPair pair, string reason)
    {
        var (a, b) = (businesses.Of(pair.A), businesses.Of(pair.B));
        if (a == b || IsDecided(pair, a, b)) return;
        var odds = Math.Max(pair.Across, persons.Of(pair.A) == persons.Of(pair.B) ? population.SamePerson(pair.A, pair.B) : pair.Person);
        var key = a < b ? (a, b) : (b, a);
        if (odds >= -2 && (!_best.TryGetValue(key, out var best) || odds > best.Odds)) _best[key] = (pair, odds, reason);
    }

    // Whoever said that two records are of different persons or businesses said it of all that stands with them.
    private bool IsDecided(ScoredPair pair, int a, int b) =>
        decided.KeepsApart(LinkSubject.Business, businesses.Members(a), businesses.Members(b))
        || (AsksOfPersons(pair) && decided.KeepsApart(
            LinkSubject.Person, persons.Members(persons.Of(pair.A)), persons.Members(persons.Of(pair.B))));

    private bool AsksOfPersons(ScoredPair pair) => pair.Across < pair.Person && persons.Of(pair.A) != persons.Of(pair.B);

    /// <summary>
    /// How likely the clusters of a pair are one business: by the business itself, or through the person, where both steps have to hold.
    /// </summary>
    private double OfClusters(ScoredPair pair)
    {
        var (a, b) = (businesses.Members(businesses.Of(pair.A)), businesses.Members(businesses.Of(pair.B)));
        var through = Probability(population.OfGroups(a, b, population.SamePerson) - population.Weights.Thresholds.SamePerson);
        if (persons.Of(pair.A) == persons.Of(pair.B)) return through;
        through *= Probability(population.OfGroups(a, b, population.Person));
        return Math.Max(through, Probability(population.OfGroups(a, b, population.Across) - population.Weights.Thresholds.Across));
    }

    private static double Probability(double odds) => 1 / (1 + Math.Pow(2, -odds));

    private ReviewCandidate Candidate(ScoredPair pair, double probability, string reason, Func<int, decimal> atStake)
    {
        var edge = AsksOfPersons(pair) ? holding.EdgeOfPerson(pair.A, pair.B) : holding.EdgeOfBusiness(pair.A, pair.B, persons);
        var (groupA, groupB) = (businesses.Members(businesses.Of(pair.A)), businesses.Members(businesses.Of(pair.B)));
        var money = groupA.Concat(groupB).Sum(atStake);
        var worth = probability * (groupA.Count + groupB.Count) * (1 + Math.Log10(1 + ((double)money / 1_000_000)));
        return new(edge, reason, Math.Round(worth, 2)) { Probability = Math.Round(probability, 3) };
    }
}

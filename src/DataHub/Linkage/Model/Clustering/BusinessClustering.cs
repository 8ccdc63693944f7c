namespace DataHub.Linkage.Model.Clustering;

/// <summary>
/// Second stage: which undertakings. First within each person's records, then between persons where the business itself is evidence enough.
/// </summary>
internal sealed class BusinessClustering(Population population, Decided decided, Groups persons)
{
    private readonly Groups _groups = new(population.Records.Length);

    /// <summary>Joins that a rule forbade.</summary>
    public List<Vetoed> Vetoes { get; } = [];

    /// <summary>Groups the records by pairs in the order <see cref="ScoredPair.ByAcross"/>.</summary>
    public Groups Of(IEnumerable<ScoredPair> pairs)
    {
        foreach (var (a, b) in decided.SameBusiness) Join(a, b);
        for (var record = 0; record < population.Records.Length; record++)
        {
            if (persons.Of(record) == record && persons.Size(record) > 1) Within([.. persons.Members(record).Order()]);
        }
        foreach (var pair in pairs)
        {
            if (pair.Across < population.Weights.Thresholds.Across) break;
            var (a, b) = (_groups.Of(pair.A), _groups.Of(pair.B));
            if (a != b && MayJoinAcross(a, b, pair)) _groups.Join(a, b);
        }
        return _groups;
    }

    /// <summary>
    /// One person's records: first those with a brand among themselves, then each of the others to the business that it fits best.
    /// </summary>
    private void Within(int[] records)
    {
        var scores = new PairScores(records, population.SamePerson);
        var branded = Array.FindAll(records, record => population.Records[record].Brand.Exists);
        Agglomerate(branded, scores);
        Agglomerate(records, scores);
    }

    /// <summary>Joins the two groups that fit best, as long as two fit.</summary>
    private void Agglomerate(int[] records, PairScores scores)
    {
        while (true)
        {
            var groups = records.Select(_groups.Of).Distinct().Order().ToArray();
            var (best, first, second) = (population.Weights.Thresholds.SamePerson, -1, -1);
            for (var i = 0; i < groups.Length; i++)
            {
                for (var j = i + 1; j < groups.Length; j++)
                {
                    if (decided.KeepsApart(LinkSubject.Business, _groups.Members(groups[i]), _groups.Members(groups[j]))) continue;
                    if (AreTwoTrades(_groups.Members(groups[i]), _groups.Members(groups[j]))) continue;
                    var score = population.OfGroups(_groups.Members(groups[i]), _groups.Members(groups[j]), scores.Of);
                    if (score < best || (score == best && first >= 0)) continue;
                    (best, first, second) = (score, groups[i], groups[j]);
                }
            }
            if (first < 0) return;
            _groups.Join(first, second);
        }
    }

    private bool MayJoinAcross(int a, int b, ScoredPair pair)
    {
        var (groupA, groupB) = (_groups.Members(a), _groups.Members(b));
        if (decided.KeepsApart(LinkSubject.Business, groupA, groupB)) return false;
        if (groupA.Count + groupB.Count > population.Weights.Thresholds.MostRecords) return Veto(pair, "TOO_MANY_RECORDS");
        if (AreTwoTrades(groupA, groupB)) return false;
        if (ShareAPerson(groupA, groupB)) return Veto(pair, "SEPARATE_BUSINESSES_OF_ONE_PERSON");
        return population.OfGroups(groupA, groupB, population.Across) >= population.Weights.Thresholds.Across;
    }

    /// <summary>
    /// Two licences of different activities whose names share no word: the register gives one undertaking no second NIB for another trade.
    /// </summary>
    private bool AreTwoTrades(IReadOnlyList<int> groupA, IReadOnlyList<int> groupB)
    {
        foreach (var a in groupA)
        {
            if (!IsLicence(a)) continue;
            foreach (var b in groupB)
            {
                var (one, other) = (population.Records[a], population.Records[b]);
                if (IsLicence(b) && one.Sector != other.Sector && !one.Brand.Words.AsSpan().ContainsAny(other.Brand.Words)) return true;
            }
        }
        return false;
    }

    private bool IsLicence(int record) => population.Records[record] is { Feed: LinkFeed.Oss, SectorIsGiven: true };

    private bool ShareAPerson(IReadOnlyList<int> groupA, IReadOnlyList<int> groupB)
    {
        foreach (var a in groupA)
        {
            foreach (var b in groupB)
            {
                if (persons.Of(a) == persons.Of(b)) return true;
            }
        }
        return false;
    }

    private bool Veto(ScoredPair pair, string reason)
    {
        Vetoes.Add(new(pair.A, pair.B, LinkSubject.Business, reason));
        return false;
    }

    private void Join(int a, int b)
    {
        (a, b) = (_groups.Of(a), _groups.Of(b));
        if (a != b) _groups.Join(a, b);
    }

    /// <summary>Scores of one person's pairs, each computed once.</summary>
    private sealed class PairScores
    {
        private readonly int[] _records;
        private readonly float[] _scores;

        public PairScores(int[] records, Func<int, int, float> score)
        {
            _records = records;
            _scores = new float[records.Length * records.Length];
            for (var i = 0; i < records.Length; i++)
            {
                for (var j = i + 1; j < records.Length; j++)
                {
                    _scores[(i * records.Length) + j] = _scores[(j * records.Length) + i] = score(records[i], records[j]);
                }
            }
        }

        public float Of(int a, int b) => _scores[(Array.BinarySearch(_records, a) * _records.Length) + Array.BinarySearch(_records, b)];
    }
}

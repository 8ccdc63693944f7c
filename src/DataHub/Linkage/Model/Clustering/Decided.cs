namespace DataHub.Linkage.Model.Clustering;

/// <summary>What stewards have decided, by place in the canonical order.</summary>
internal sealed class Decided
{
    private readonly Dictionary<int, List<int>> _apartPersons = [];
    private readonly Dictionary<int, List<int>> _apartBusinesses = [];

    /// <param name="judgements">Decisions, by place in the caller's list.</param>
    /// <param name="place">From the caller's places to the canonical ones.</param>
    public Decided(IReadOnlyList<LinkJudgement> judgements, int[] place)
    {
        foreach (var judgement in judgements)
        {
            var (a, b) = (place[judgement.A], place[judgement.B]);
            if (a > b) (a, b) = (b, a);
            if (judgement.AreSame)
            {
                // The same undertaking is also of the same owner.
                SamePerson.Add((a, b));
                if (judgement.Subject == LinkSubject.Business) SameBusiness.Add((a, b));
                continue;
            }
            var apart = judgement.Subject == LinkSubject.Person ? _apartPersons : _apartBusinesses;
            Add(apart, a, b);
            Add(apart, b, a);
        }
        SamePerson.Sort();
        SameBusiness.Sort();
    }

    /// <summary>Pairs of one person.</summary>
    public List<(int A, int B)> SamePerson { get; } = [];

    /// <summary>Pairs of one undertaking.</summary>
    public List<(int A, int B)> SameBusiness { get; } = [];

    /// <summary>True when a steward keeps the two groups apart.</summary>
    public bool KeepsApart(LinkSubject subject, IReadOnlyList<int> groupA, IReadOnlyList<int> groupB)
    {
        var apart = subject == LinkSubject.Person ? _apartPersons : _apartBusinesses;
        if (apart.Count == 0) return false;
        foreach (var a in groupA)
        {
            if (apart.TryGetValue(a, out var others) && others.Exists(groupB.Contains)) return true;
        }
        return false;
    }

    private static void Add(Dictionary<int, List<int>> apart, int a, int b)
    {
        if (!apart.TryGetValue(a, out var others)) apart[a] = others = [];
        others.Add(b);
    }
}

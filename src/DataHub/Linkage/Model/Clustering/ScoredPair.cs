namespace DataHub.Linkage.Model.Clustering;

/// <summary>A candidate pair that is worth remembering; A comes before B in the canonical order.</summary>
/// <param name="A">Place of a record.</param>
/// <param name="B">Place of the other.</param>
/// <param name="Person">Bits for one person.</param>
/// <param name="Across">Bits for one business, whoever the persons are.</param>
internal readonly record struct ScoredPair(int A, int B, float Person, float Across)
{
    /// <summary>The strongest first; ties by place, so that the order is one and the same.</summary>
    public static int ByPerson(ScoredPair x, ScoredPair y) => Order(y.Person.CompareTo(x.Person), x, y);

    /// <summary>Likewise by business.</summary>
    public static int ByAcross(ScoredPair x, ScoredPair y) => Order(y.Across.CompareTo(x.Across), x, y);

    private static int Order(int byBits, ScoredPair x, ScoredPair y) =>
        byBits != 0 ? byBits : x.A != y.A ? x.A.CompareTo(y.A) : x.B.CompareTo(y.B);
}

/// <summary>Two groups that a rule kept apart though their sum would join them.</summary>
internal readonly record struct Vetoed(int A, int B, LinkSubject Subject, string Reason);

namespace DataHub.Linkage.Model;

/// <summary>Two records, how the comparison came out, and the sum.</summary>
/// <param name="A">Place of a record in the list that is linked; smaller than <paramref name="B"/>.</param>
/// <param name="B">Place of the other.</param>
/// <param name="Subject">What they were compared for.</param>
/// <param name="Bits">Prior and all comparisons, log2 of the odds that the two are the same: 0 is even, 4 is 16 to 1.</param>
/// <param name="Levels">The comparisons that had something to compare.</param>
public sealed record LinkEdge(int A, int B, LinkSubject Subject, double Bits, IReadOnlyList<ComparedLevel> Levels);

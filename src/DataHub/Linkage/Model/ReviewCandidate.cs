namespace DataHub.Linkage.Model;

/// <summary>Two clusters that a person has to judge, shown by the pair of records that speaks loudest.</summary>
/// <param name="Edge">The pair, with its comparisons.</param>
/// <param name="Reason">IN_DOUBT: the sum lies in the review band. A veto's name: the sum would join them, and the veto forbids it.</param>
/// <param name="Worth">What a decision is worth: probability × records × money at stake (log-scaled). The higher, the sooner it is
/// asked.</param>
public sealed record ReviewCandidate(LinkEdge Edge, string Reason, double Worth)
{
    /// <summary>How likely the two clusters are one undertaking, 0 to 1, as far as the model can tell.</summary>
    public double Probability { get; init; }
}

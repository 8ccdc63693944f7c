namespace DataHub.Testing.Linkage.Scoring;

/// <summary>What a queue of pairs is worth.</summary>
/// <param name="After">B-cubed figures if every question were answered rightly.</param>
public sealed record ReviewFigures(int Pairs, int True, double PairsPerThousandRecords, RecordFigures After, PairFigures PairsAfter)
{
    /// <summary>Share of the pairs that are one business; 0 for an empty queue.</summary>
    public double Yield => Pairs == 0 ? 0 : (double)True / Pairs;
}

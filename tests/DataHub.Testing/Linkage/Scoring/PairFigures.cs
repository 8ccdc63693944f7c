namespace DataHub.Testing.Linkage.Scoring;

/// <summary>Pairs of records that stand in one cluster: right ones, wrong ones, and those that were missed.</summary>
public readonly record struct PairFigures(long True, long Predicted, long Real)
{
    /// <summary>1 where nothing was predicted.</summary>
    public double Precision => Predicted == 0 ? 1 : (double)True / Predicted;

    /// <summary>1 where there was nothing to find.</summary>
    public double Recall => Real == 0 ? 1 : (double)True / Real;

    public double F1 => Harmonic.Mean(Precision, Recall);

    public long False => Predicted - True;

    public long Missed => Real - True;
}

/// <summary>
/// Averages over records: how much of a record's cluster is its own business, and how much of its business is in its cluster.
/// </summary>
public readonly record struct RecordFigures(double Precision, double Recall)
{
    public double F1 => Harmonic.Mean(Precision, Recall);
}

internal static class Harmonic
{
    public static double Mean(double precision, double recall) =>
        precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
}

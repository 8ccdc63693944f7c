namespace DataHub.Linkage.Review;

/// <summary>One comparison of two records as people read it.</summary>
/// <param name="Comparison">What was compared.</param>
/// <param name="Level">How it came out.</param>
/// <param name="Bits">What it weighs; null where nothing was weighed.</param>
public sealed record EvidenceLine(string Comparison, string Level, double? Bits)
{
    /// <summary>In Indonesian.</summary>
    public string Words => EvidenceWords.Of(Comparison, Level).Indonesian;

    /// <summary>In English.</summary>
    public string WordsEn => EvidenceWords.Of(Comparison, Level).English;
}

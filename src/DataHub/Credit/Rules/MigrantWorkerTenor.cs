namespace DataHub.Credit.Rules;

/// <summary>Carried: the tenor of KUR PMI ends with the work contract.</summary>
internal sealed class MigrantWorkerTenor() : KurRule("K23-PMI-TENOR")
{
    public override Finding? Examine(KurCase c) => c.Kind == KurKind.Pmi
        ? c.WithoutFact($"The tenor is not part of the application: no longer than the work contract and {(int)c.Parameter("tenor.years.PMI")} years.")
        : Finding.NotApplicable("Concerns KUR PMI only.");
}

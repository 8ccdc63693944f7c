namespace DataHub.Credit.Rules;

/// <summary>Carried: the tenor of KUR PMI ends with the work contract.</summary>
internal sealed class MigrantWorkerTenor() : KurRule("K23-PMI-TENOR")
{
    public override Finding? Examine(KurCase c) => c.Kind == KurKind.Pmi
        ? c.WithoutFact(
            $"The tenor is not part of the application: as long as the work contract, {(int)c.Parameter("tenor.years.PMI")} years at most.")
        : Finding.NotApplicable("Concerns KUR PMI only.");
}

namespace DataHub.Credit.Rules;

/// <summary>K26-09: participation in BPJS Ketenagakerjaan above Rp100 million (Art 6(2)).</summary>
internal sealed class EmploymentInsurance() : KurRule("K26-09")
{
    public override Finding? Examine(KurCase c)
    {
        var above = c.Parameter("bpjs.above");
        if (c.Amount <= above) return Finding.NotApplicable($"BPJS Ketenagakerjaan is asked for only above {Wording.Rp(above)}.");
        return c.Declared.BpjsKetenagakerjaan is not null
            ? Finding.Pass("Participation in BPJS Ketenagakerjaan is declared.", true)
            : c.AtLevel(
                $"Above {Wording.Rp(above)} participation in BPJS Ketenagakerjaan is needed; none is declared.",
                "The participant number of BPJS Ketenagakerjaan.");
    }
}

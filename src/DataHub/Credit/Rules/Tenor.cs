namespace DataHub.Credit.Rules;

/// <summary>Carried: longest tenor of working-capital (KMK) and investment (KI) credit.</summary>
internal sealed class Tenor() : KurRule("K23-TENOR")
{
    public override Finding? Examine(KurCase c)
    {
        if (c.Kind == KurKind.Pmi) return Finding.NotApplicable("See the tenor for migrant workers.");
        var workingCapital = (int)c.Parameter("tenor.kmk_years." + c.Kind.Word());
        var investment = (int)c.Parameter("tenor.ki_years." + c.Kind.Word());
        return c.WithoutFact($"The tenor is not part of the application: KMK up to {workingCapital} years, KI up to {investment} years.");
    }
}

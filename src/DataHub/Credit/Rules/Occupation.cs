namespace DataHub.Credit.Rules;

/// <summary>K23-02, carried: active civil servants, soldiers and police are excluded.</summary>
internal sealed class Occupation() : KurRule("K23-02")
{
    public override Finding? Examine(KurCase c) =>
        c.WithoutFact("No source tells the occupation; active ASN, TNI and Polri were excluded until 12 January 2026.");
}

namespace DataHub.Credit.Rules;

/// <summary>K26-17: what earlier akad of a smaller kind mean for number and rate (naik kelas, Art 37(2), 44(2)-(5)).</summary>
internal sealed class Graduation() : KurRule("K26-17")
{
    public override Finding? Examine(KurCase c)
    {
        if (c.Kind is not (KurKind.Mikro or KurKind.Kecil)) return Finding.NotApplicable("Concerns KUR mikro and kecil only.");
        var loans = LoanHistory.Of(c).Certain;
        var sectorClass = Activity.Of(c).Class;
        bool Has(KurKind kind) => loans.Any(loan => loan.Kind == kind);
        if (sectorClass is not (null or KurSectorClass.TradeLocal) && (Has(KurKind.Mikro) || Has(KurKind.Kecil)))
            return c.AtLevel("Earlier akad do not raise the rate outside local trade.");
        if (c.Kind == KurKind.Kecil && Has(KurKind.Kecil))
            return c.AtLevel("Earlier kecil akad: in local trade each further one costs a point more, up to the cap.");
        if (c.Kind == KurKind.Kecil && Has(KurKind.Mikro))
        {
            var last = new RateReading(c, loans).LastRateOf(KurKind.Mikro)!.Value;
            return c.AtLevel(
                $"From mikro to kecil: first kecil akad; in local trade a point more than the last mikro rate, {Wording.Percent(last)}.");
        }
        return Has(KurKind.SuperMikro) && !Has(c.Kind)
            ? c.AtLevel($"From super mikro to {Wording.Name(c.Kind)}: counts as the first akad of the kind.")
            : Finding.NotApplicable("No earlier akad of a smaller kind is known.");
    }
}

using DataHub.Credit.Applicants;
using DataHub.Credit.Regulations;

namespace DataHub.Credit.Rules;

/// <summary>Rates by the tables of rates, and by the steps from one akad to the next.</summary>
internal sealed class RateReading
{
    private readonly KurCase c;
    private readonly IReadOnlyList<KurLoanFact> loans;

    public RateReading(KurCase c, IReadOnlyList<KurLoanFact> loans)
    {
        this.c = c;
        this.loans = loans;
    }

    /// <summary>
    /// Percent a year of the akad asked for; null when the tables have none for its number (a third mikro akad in local trade).
    /// </summary>
    public decimal? RateFor(KurSectorClass sectorClass)
    {
        var chain = Replay();
        var step = StepFrom(chain, c.Regime, c.Kind, sectorClass);
        if (step is not null) return step;
        var number = chain.CountOf(c.Kind) + 1;
        return c.Regulations.Rates(c.Regime, c.Kind, sectorClass)
            .FirstOrDefault(row => row.AkadNumber == 0 || row.AkadNumber == number)?.Rate;
    }

    /// <summary>The rate of the last earlier akad of a kind as replayed; null when there is none.</summary>
    public decimal? LastRateOf(KurKind kind) => Replay().LastOf(kind);

    private Chain Replay()
    {
        var chain = new Chain();
        var sectorClass = loans.Count == 0
            ? KurSectorClass.TradeLocal
            : EnumWords.Parse<KurSectorClass>(c.Setting(SettingNames.AkadReplayClass));
        foreach (var loan in loans)
        {
            if (loan.Kind is not { } kind) continue;
            var regime = c.Regulations.RatesOn(loan.AkadOn);
            chain.Add(kind, StepFrom(chain, regime, kind, sectorClass) ?? TableRate(chain, regime, kind, sectorClass));
        }
        return chain;
    }

    /// <summary>
    /// Art 44(3)b and (4): kecil in local trade costs a point more than the last kecil akad, or than the last mikro akad when it is the
    /// first kecil one, up to the cap. Null where no step applies.
    /// </summary>
    private decimal? StepFrom(Chain chain, KurRegime regime, KurKind kind, KurSectorClass sectorClass)
    {
        if (kind != KurKind.Kecil || sectorClass != KurSectorClass.TradeLocal) return null;
        if (c.Regulations.ParameterOrNull(regime, "rate.step") is not { } step) return null;
        if ((chain.LastOf(KurKind.Kecil) ?? chain.LastOf(KurKind.Mikro)) is not { } last) return null;
        return Math.Min(c.Regulations.Parameter(regime, "rate.cap"), last + step);
    }

    // An akad beyond the last number of its table did happen: it had at least the dearest rate of the table.
    private decimal TableRate(Chain chain, KurRegime regime, KurKind kind, KurSectorClass sectorClass)
    {
        var number = chain.CountOf(kind) + 1;
        return c.Regulations.Rates(regime, kind, sectorClass).LastOrDefault(row => row.AkadNumber <= number)?.Rate
            ?? throw new InvalidDataException($"{regime.Code} has no rate for KUR {kind.Word()}.");
    }

    /// <summary>Earlier akad with their rates, in the order of signing.</summary>
    private sealed class Chain
    {
        private readonly List<(KurKind Kind, decimal Rate)> akad = [];

        public void Add(KurKind kind, decimal rate) => akad.Add((kind, rate));

        public int CountOf(KurKind kind) => akad.Count(entry => entry.Kind == kind);

        public decimal? LastOf(KurKind kind) => CountOf(kind) == 0 ? null : akad.Last(entry => entry.Kind == kind).Rate;
    }
}

using DataHub.Credit.Regulations;

namespace DataHub.Credit.Rules;

/// <summary>The rate of the akad asked for, by certain loans and by doubtful ones too.</summary>
/// <param name="Rate">Percent a year; null when the tables give none, or when it depends on an unknown activity.</param>
/// <param name="WithDoubtful">The same if doubtful loans are the applicant's.</param>
/// <param name="Possible">Rates by the classes an unknown activity may have; one entry when it is known.</param>
/// <param name="Relief">Rates the state set for the region, by year; empty when none.</param>
internal sealed record RateOffer(
    decimal? Rate, decimal? WithDoubtful, IReadOnlyList<decimal?> Possible, IReadOnlyList<KurRateOverride> Relief)
{
    /// <summary>The unknown activity decides about the rate.</summary>
    public bool IsOpen => Possible.Count > 1;

    public static RateOffer Of(KurCase c)
    {
        var history = LoanHistory.Of(c);
        var classes = Activity.Of(c).Possible;
        var certain = RatesOf(new RateReading(c, history.Certain), classes);
        var all = RatesOf(new RateReading(c, history.All), classes);
        var rate = certain.Count == 1 ? certain[0] : null;
        var withDoubtful = all.Count == 1 ? all[0] : null;
        var relief = c.Regulations.Overrides(c.Regime, c.Business?.RegencyCode, c.Date);
        if (relief.Count == 0 || certain.All(possible => possible is null)) return new(rate, withDoubtful, certain, []);
        var relieved = relief.LastOrDefault(row => row.Year <= c.Date.Year)?.Rate ?? rate;
        return new(relieved, relieved, [relieved], relief);
    }

    private static List<decimal?> RatesOf(RateReading reading, IReadOnlyList<KurSectorClass> classes) =>
        [.. classes.Select(reading.RateFor).Distinct()];
}

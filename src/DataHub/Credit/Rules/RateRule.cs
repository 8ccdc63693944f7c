namespace DataHub.Credit.Rules;

/// <summary>K26-16: the rate in percent a year (Art 30, 37, 44, 51, 58).</summary>
internal sealed class RateRule() : KurRule("K26-16")
{
    public override bool HasLevel => false;

    public override Finding? Examine(KurCase c)
    {
        var offer = RateOffer.Of(c);
        if (offer.Relief.Count > 0) return Finding.Pass(DescribeRelief(offer));
        if (offer.IsOpen)
        {
            var rates = string.Join(" or ", offer.Possible.Select(rate => rate is { } known ? Wording.Percent(known) : "none"));
            return new(
                KurRuleResult.Need, $"The rate depends on the activity, which is unknown: {rates}.", "The KBLI of what is to be financed.");
        }
        if (offer.Rate is not { } rate)
            return new(KurRuleResult.Info, "The rules give no rate for an akad of this number.", "What changes K26-14.");
        var declared = Activity.Of(c).Declared && (c.Kind is KurKind.Mikro or KurKind.Kecil);
        return new(KurRuleResult.Pass, $"{Wording.Percent(rate)} a year.", DescribeDoubt(offer), declared);
    }

    private static string? DescribeDoubt(RateOffer offer)
    {
        if (offer.WithDoubtful == offer.Rate) return null;
        return offer.WithDoubtful is { } other
            ? $"With loans that are only probably the applicant's it would be {Wording.Percent(other)}."
            : "With loans that are only probably the applicant's there would be none.";
    }

    private static string DescribeRelief(RateOffer offer)
    {
        var steps = string.Join(", ", offer.Relief.Select(row => $"{Wording.Percent(row.Rate)} in {row.Year}"));
        return $"By relief for the region: {steps} and after ({offer.Relief[0].Article}).";
    }
}

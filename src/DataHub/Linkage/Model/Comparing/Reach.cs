using DataHub.Linkage.Model.Weights;

namespace DataHub.Linkage.Model.Comparing;

/// <summary>Whether a pair that is half compared can still matter, given the best that the rest could say.</summary>
internal sealed class Reach(ModelWeights weights, float shift)
{
    private readonly Stage _person = new(weights.Person, shift, weights.Thresholds.PersonReview);
    private readonly Stage _across = new(weights.Across, shift, weights.Thresholds.AcrossReview);

    /// <summary>Before names, brands and addresses are compared.</summary>
    public bool IsOpenBeforeNames(in Compared compared) =>
        _person.IsOpen(compared, withName: true) || _across.IsOpen(compared, withName: true);

    /// <summary>Before brands and addresses are compared.</summary>
    public bool IsOpenBeforeBrands(in Compared compared) =>
        _person.IsOpen(compared, withName: false) || _across.IsOpen(compared, withName: false);

    /// <summary>One of the two stages that candidates are judged by.</summary>
    private sealed class Stage(StageWeights weights, float shift, float least)
    {
        private readonly float _name = Most(weights, Comparison.PersonName) + weights.Name.Of(float.MaxValue, shift);
        private readonly float _business = Most(weights, Comparison.Brand) + weights.Brand.Of(float.MaxValue, shift)
            + Most(weights, Comparison.Address);

        public bool IsOpen(in Compared compared, bool withName) =>
            weights.Sum(compared, shift) + _business + (withName ? _name : 0) >= least;

        private static float Most(StageWeights weights, Comparison comparison) =>
            Enum.GetValues<Level>().Max(level => Math.Max(0, weights[comparison, level]));
    }
}

using DataHub.Linkage.Model.Weights;

namespace DataHub.Linkage.Model;

/// <summary>Weights and thresholds of linking, frozen under a version: the same records under the same version give the same clusters.</summary>
public sealed partial class LinkModel
{
    internal LinkModel(string version, ModelWeights weights) => (Version, Weights) = (version, weights);

    /// <summary>The weights that this version of the hub links by.</summary>
    public static LinkModel Current { get; } = new(FrozenWeights.Version, FrozenWeights.All());

    /// <summary>Name of the version, kept with every link.</summary>
    public string Version { get; }

    internal ModelWeights Weights { get; }

    /// <summary>log2 of a population over the one for which the priors are written.</summary>
    internal float Shift(int records) => (float)Math.Log2(Math.Max(records, 100) / Weights.ReferenceRecords);
}

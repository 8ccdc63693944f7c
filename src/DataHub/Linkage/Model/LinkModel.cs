using DataHub.Linkage.Model.Weights;

namespace DataHub.Linkage.Model;

/// <summary>
/// Weights and thresholds of linking, frozen under a version: the same records under the same version give the same clusters.
/// </summary>
public sealed class LinkModel
{
    internal LinkModel(string version, ModelWeights weights) => (Version, Weights) = (version, weights);

    /// <summary>The weights that this version of the hub links by.</summary>
    public static LinkModel Current { get; } = new(FrozenWeights.Version, FrozenWeights.All());

    /// <summary>Name of the version, kept with every link.</summary>
    public string Version { get; }

    internal ModelWeights Weights { get; }

    /// <summary>Reads a model that <see cref="ToJson"/> has written.</summary>
    /// <exception cref="FormatException">Says what is missing or unknown, and where.</exception>
    public static LinkModel Parse(string json) => ModelJson.Read(json);

    /// <summary>All weights and thresholds, to be kept under the version's name.</summary>
    public string ToJson() => ModelJson.Write(this);

    /// <summary>
    /// Learns weights from records without knowing who is who (expectation maximisation, study 3.6), starting from the current ones. Takes
    /// minutes on large populations. Run on demand only: a version is looked at before it links.
    /// </summary>
    /// <param name="records">Records of a population.</param>
    /// <param name="version">Name of the new version.</param>
    /// <param name="gazetteer">Names of regions, for addresses.</param>
    /// <param name="cancel">Stops it.</param>
    public static LinkModel Estimate(
        IReadOnlyList<LinkRecord> records, string version, Gazetteer? gazetteer = null, CancellationToken cancel = default) =>
        new(version, Estimation.Of(records, Current.Weights, gazetteer ?? Gazetteer.Empty, cancel));

    /// <summary>
    /// By how many bits a population is larger than the one for which the priors are written. Three quarters of the logarithm: more people
    /// are
    /// not only more to be confused with, they also live in more places.
    /// </summary>
    internal float Shift(int records) => 0.75f * (float)Math.Log2(Math.Max(records, 100) / Weights.ReferenceRecords);
}

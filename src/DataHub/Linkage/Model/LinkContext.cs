namespace DataHub.Linkage.Model;

/// <summary>What linking goes by beside the records.</summary>
public sealed record LinkContext
{
    /// <summary>Weights and thresholds, of a named version.</summary>
    public LinkModel Model { get; init; } = LinkModel.Current;

    /// <summary>
    /// Statistics of the population. Null: of the records themselves, which is right when they are all there are. A neighbourhood needs
    /// those
    /// of the whole.
    /// </summary>
    public LinkStatistics? Statistics { get; init; }

    /// <summary>Decisions of stewards; they outrank the model.</summary>
    public IReadOnlyList<LinkJudgement> Judgements { get; init; } = [];

    /// <summary>
    /// Records of the whole population, by which the prior moves, also when only a neighbourhood is linked. 0: those that are linked.
    /// </summary>
    public int TotalRecords { get; init; }

    /// <summary>Names of regions, for addresses.</summary>
    public Gazetteer Gazetteer { get; init; } = Gazetteer.Empty;
}

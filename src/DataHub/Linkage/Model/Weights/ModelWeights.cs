namespace DataHub.Linkage.Model.Weights;

/// <summary>All numbers of a model.</summary>
internal sealed record ModelWeights
{
    /// <summary>Records of the population for which the priors are written.</summary>
    public required double ReferenceRecords { get; init; }

    /// <summary>Are two records of one person?</summary>
    public required StageWeights Person { get; init; }

    /// <summary>Are two records of one person also of one business?</summary>
    public required StageWeights SamePerson { get; init; }

    /// <summary>Are two records of one business whose persons differ or are unknown (spouse, employee, new owner, no name)?</summary>
    public required StageWeights Across { get; init; }

    public required LinkThresholds Thresholds { get; init; }
}

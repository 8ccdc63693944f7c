namespace DataHub.Testing.Linkage.Scoring;

/// <summary>What the clusters look like beside the truth.</summary>
public sealed record ClusterFigures
{
    public required int Predicted { get; init; }

    public required int Real { get; init; }

    /// <summary>Clusters that are one business, whole.</summary>
    public required int ExactlyRight { get; init; }

    /// <summary>Clusters with records of more than one business.</summary>
    public required int OverMerged { get; init; }

    /// <summary>… of more than two.</summary>
    public required int OverMergedThree { get; init; }

    /// <summary>Businesses in the worst cluster.</summary>
    public required int LargestOverMerge { get; init; }

    public required int RecordsInOverMerged { get; init; }

    /// <summary>Records of the largest cluster that holds more than one business.</summary>
    public required int MostRecordsInOverMerged { get; init; }

    /// <summary>Businesses that stand in more than one cluster.</summary>
    public required int Split { get; init; }
}

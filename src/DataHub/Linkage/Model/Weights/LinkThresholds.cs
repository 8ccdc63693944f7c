namespace DataHub.Linkage.Model.Weights;

/// <summary>Where linking decides, in bits (log2 of the odds).</summary>
internal sealed record LinkThresholds
{
    /// <summary>Two groups of records are one person from here.</summary>
    public required float Person { get; init; }

    /// <summary>… and asked about from here.</summary>
    public required float PersonReview { get; init; }

    /// <summary>Two groups of one person's records are one business from here.</summary>
    public required float SamePerson { get; init; }

    /// <summary>… and asked about from here.</summary>
    public required float SamePersonReview { get; init; }

    /// <summary>Records of different or unknown persons are one business from here.</summary>
    public required float Across { get; init; }

    /// <summary>… and asked about from here.</summary>
    public required float AcrossReview { get; init; }

    /// <summary>Two well-formed NIKs that are neither equal nor near keep two groups apart below this.</summary>
    public required float OverNik { get; init; }

    /// <summary>Most records of one cluster.</summary>
    public required int MostRecords { get; init; }

    /// <summary>Share of the strongest pair in the score of two groups; the rest is the mean of all pairs.</summary>
    public required float StrongestShare { get; init; }
}

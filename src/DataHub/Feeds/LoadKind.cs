namespace DataHub.Feeds;

/// <summary>What a load's rows are of all that the source has.</summary>
public enum LoadKind
{
    /// <summary>New and changed ones; those that are not among them stay as they are.</summary>
    Delta,
    /// <summary>All there are: a record that is not among them has vanished.</summary>
    Full,
    /// <summary>One that a steward corrected or accepted.</summary>
    Correction,
}

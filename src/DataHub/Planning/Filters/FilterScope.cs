namespace DataHub.Planning;

/// <summary>Where a condition is being written: for whom, and how many sub-selects deep.</summary>
public readonly record struct FilterScope(HubRequest Request, int Depth = 0)
{
    /// <summary>Alias for rows of a sub-select; those beside it may have the same, those inside it have not.</summary>
    internal Identifier Alias => new($"f{Depth}");

    internal FilterScope Inner => this with { Depth = Depth + 1 };
}

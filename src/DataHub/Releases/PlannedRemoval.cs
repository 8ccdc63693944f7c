namespace DataHub.Releases;

/// <summary>A breaking change that consumers were told of.</summary>
public sealed record PlannedRemoval
{
    /// <summary>What will change, as <c>datahub schema diff</c> names it: <c>FIELD_REMOVED</c>.</summary>
    public required string Change { get; init; }

    /// <summary>Schema coordinate of the element, <c>Business.legalForm</c>.</summary>
    public required string At { get; init; }

    /// <summary>When consumers were told.</summary>
    public required DateOnly Announced { get; init; }

    /// <summary>The first day on which it may happen.</summary>
    public required DateOnly From { get; init; }

    /// <summary>What consumers use instead, or why it goes.</summary>
    public required string Reason { get; init; }
}

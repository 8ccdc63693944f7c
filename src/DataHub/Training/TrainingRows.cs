namespace DataHub.Training;

/// <summary>Row of training.programme.</summary>
public sealed class ProgrammeRow
{
    public long Id { get; init; }
    public required string Code { get; init; }
    public string? Name { get; init; }
    public string? Topic { get; init; }
    public string? Organiser { get; init; }
    public int? TargetPerYear { get; init; }
}

/// <summary>Row of training.participation.</summary>
public sealed class ParticipationRow
{
    public long Id { get; init; }
    public required string SourceKey { get; init; }
    public long ProgrammeId { get; init; }
    public string? Organiser { get; init; }
    public DateOnly? StartedOn { get; init; }
    public DateOnly? FinishedOn { get; init; }
    public int? Hours { get; init; }
    public bool? Passed { get; init; }
    public long? BusinessId { get; init; }
    public long? PersonId { get; init; }
}

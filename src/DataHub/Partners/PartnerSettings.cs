namespace DataHub.Partners;

/// <summary>How partners are kept in mind.</summary>
public sealed record PartnerSettings
{
    /// <summary>How often the database is asked without having called: finds what a notification that got lost would have told.</summary>
    public TimeSpan PollTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How old what is known may be: without word from the database for so long, nobody has access.</summary>
    public TimeSpan MaxAge { get; init; } = TimeSpan.FromSeconds(30);
}

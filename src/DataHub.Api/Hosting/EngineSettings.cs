namespace DataHub.Api.Hosting;

/// <summary>What an operator switches on of the engine. Section <c>DataHub:Engine</c>.</summary>
public sealed record EngineSettings
{
    /// <summary>
    /// Whether the contract has <c>@defer</c> and <c>@stream</c> of the proposal to the GraphQL specification; off until that is adopted.
    /// </summary>
    public bool IncrementalDelivery { get; init; }

    /// <summary>The section's settings. Throws <see cref="StartRefusedException"/> for what is not of its type.</summary>
    public static EngineSettings Read(IConfiguration configuration) => configuration.Read<EngineSettings>("DataHub:Engine");
}

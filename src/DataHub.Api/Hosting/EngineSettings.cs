namespace DataHub.Api.Hosting;

/// <summary>What an operator switches on of the engine. Section <c>DataHub:Engine</c>.</summary>
public sealed record EngineSettings
{
    /// <summary>
    /// Whether the contract has <c>@defer</c> and <c>@stream</c> of the proposal to the GraphQL specification; off until that is adopted.
    /// </summary>
    public bool IncrementalDelivery { get; init; }

    /// <summary>As the settings file beside the program and the environment have it.</summary>
    public static EngineSettings Read() => new ConfigurationBuilder()
        .SetBasePath(AppContext.BaseDirectory)
        .AddJsonFile("appsettings.json", optional: true)
        .AddEnvironmentVariables()
        .Build()
        .GetSection("DataHub:Engine").Get<EngineSettings>() ?? new EngineSettings();
}

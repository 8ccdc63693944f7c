namespace DataHub.Database;

/// <summary>Which database the hub works on.</summary>
public sealed record HubDatabaseOptions
{
    /// <summary>The hub's data folder.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>
    /// A server of the operator's (<c>ConnectionStrings__DataHub</c>). Null or empty: the built-in one of the data folder.
    /// </summary>
    public string? ConnectionString { get; init; }

    /// <summary>How many requests it works for at once.</summary>
    public DatabaseSettings Settings { get; init; } = new();
}

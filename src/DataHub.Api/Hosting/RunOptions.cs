namespace DataHub.Api.Hosting;

/// <summary>What <c>datahub run</c> was told.</summary>
public sealed record RunOptions
{
    public const int DefaultPort = 5080;

    /// <summary>Port on the loopback addresses, unless the setting <c>urls</c> (<c>ASPNETCORE_URLS</c>) says where to listen.</summary>
    public int Port { get; init; } = DefaultPort;

    /// <summary>Folder for the database, keys and feeds.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>
    /// How many businesses the demonstration data has at the first start; 0 starts an empty hub, null takes the full count.
    /// </summary>
    public int? Businesses { get; init; }

    /// <summary>Where progress and the words at the end of the start go.</summary>
    public required TextWriter Output { get; init; }
}

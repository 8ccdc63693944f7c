namespace DataHub.Api.Hosting;

/// <summary>What the web server needs to know before it is built.</summary>
public sealed record ServerOptions
{
    /// <summary>Port on the loopback addresses; 0 takes a free one.</summary>
    public required int Port { get; init; }

    /// <summary>Folder that holds the sandbox issuer's key, in <c>keys</c>.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>Development, Sandbox or Production.</summary>
    public required string Environment { get; init; }

    /// <summary>Settings that stand above those of files and the environment.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();
}

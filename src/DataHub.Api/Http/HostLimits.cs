using System.Diagnostics;

namespace DataHub.Api.Http;

/// <summary>Limits on requests that have nothing to do with GraphQL itself. Section <c>DataHub:Limits</c>.</summary>
public sealed record HostLimits
{
    /// <summary>From the first byte of a request to its answer.</summary>
    public TimeSpan RequestTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// What a request that began then may spend on executing its operation: nine tenths of what is left to it, so that an answer of the parts
    /// that are ready can still be written.
    /// </summary>
    /// <param name="started">A timestamp of <see cref="Stopwatch"/>.</param>
    public TimeSpan ExecutionTime(long started)
    {
        var left = (RequestTime - Stopwatch.GetElapsedTime(started)) * 0.9;
        return left > Least ? left : Least;
    }

    private static TimeSpan Least { get; } = TimeSpan.FromMilliseconds(1);

    /// <summary>Connections open at once; further ones are closed on arrival.</summary>
    public int MaxConnections { get; init; } = 5_000;

    /// <summary>How long a connection may take to send the headers of a request.</summary>
    public TimeSpan HeaderTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a connection may idle between two requests.</summary>
    public TimeSpan IdleTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Tokens that one client may ask of the sandbox issuer in a minute.</summary>
    public int TokensPerMinute { get; init; } = 600;
}

using DataHub.Api.Hosting;

namespace DataHub.Api.Http;

/// <summary>Section <c>DataHub:Http</c>.</summary>
public sealed record HttpSettings
{
    /// <summary>Largest batch that a setting may allow.</summary>
    public const int LargestBatch = 10;

    /// <summary>How many requests one body may hold as an array, 0 to 10; 0 refuses arrays.</summary>
    public int MaxBatch { get; init; }

    /// <summary>Whether answers are compressed for clients that take it; false where a proxy in front does that.</summary>
    public bool Compress { get; init; } = true;

    /// <summary>
    /// Origins whose pages may ask from within a browser, as <c>https://dashboard.example.go.id</c>; empty: none, and no header of CORS
    /// is ever sent.
    /// </summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>The section's settings. Throws <see cref="StartRefusedException"/> for one out of range.</summary>
    internal static HttpSettings From(IConfiguration configuration)
    {
        var settings = configuration.Read<HttpSettings>("DataHub:Http");
        if (settings.MaxBatch is < 0 or > LargestBatch)
            throw new StartRefusedException($"DataHub:Http:MaxBatch takes 0 to {LargestBatch}.");
        return settings.AllowedOrigins.FirstOrDefault(origin => !IsOrigin(origin)) is not { } other
            ? settings
            : throw new StartRefusedException(
                $"DataHub:Http:AllowedOrigins: \"{other}\" is no origin like https://dashboard.example.go.id");
    }

    // Exactly as a browser writes it, since it is compared as text: no path, no trailing slash, no wildcard.
    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            && uri.GetLeftPart(UriPartial.Authority) == text;
}

namespace DataHub.Api.Http;

/// <summary>
/// Lets pages of the origins that the settings allow read answers (https://fetch.spec.whatwg.org/#http-cors-protocol). Without such
/// origins nothing is sent, and browsers keep every foreign page out. Credentials are never allowed: the hub knows no cookies.
/// </summary>
internal sealed class Cors(HttpSettings settings)
{
    private const string AllowedHeaders =
        "Authorization, Content-Type, Content-Encoding, X-Purpose, X-Case-Number, DPoP, X-Explain, X-Timeout-Ms";
    private const string ExposedHeaders = "Allow, Content-Encoding, Retry-After, RateLimit, RateLimit-Policy, WWW-Authenticate";

    // Firefox and Chrome cap this themselves, at a day and at two hours.
    private const string PreflightSeconds = "600";

    private readonly HashSet<string> origins = settings.AllowedOrigins.ToHashSet(StringComparer.Ordinal);

    /// <summary>Adds what the page's browser needs to see; nothing for an origin that is not allowed.</summary>
    public void Allow(HttpRequest request, IHeaderDictionary response)
    {
        if (origins.Count == 0) return;
        response.Append("Vary", "Origin");
        var origin = request.Headers.Origin;
        if (origin.Count != 1 || !origins.Contains(origin.ToString())) return;
        response.AccessControlAllowOrigin = origin;
        if (HttpMethods.IsOptions(request.Method) && request.Headers.AccessControlRequestMethod.Count > 0)
        {
            response.AccessControlAllowMethods = "GET, POST";
            response.AccessControlAllowHeaders = AllowedHeaders;
            response.AccessControlMaxAge = PreflightSeconds;
        }
        else
        {
            response.AccessControlExposeHeaders = ExposedHeaders;
        }
    }
}

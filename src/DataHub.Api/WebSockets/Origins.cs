namespace DataHub.Api.WebSockets;

/// <summary>Which web pages may open a socket (RFC 6455, section 10.2).</summary>
internal static class Origins
{
    /// <summary>
    /// True for the hub's own pages, for those of <paramref name="allowed"/>, and without an Origin: then it is no browser. The scheme is not
    /// compared with the request's: where TLS ends in front of the hub, the hub sees http.
    /// </summary>
    public static bool Allow(HttpRequest request, IReadOnlyList<string> allowed)
    {
        var origins = request.Headers.Origin;
        if (origins.Count == 0) return true;
        if (origins.Count > 1 || !Uri.TryCreate(origins.ToString(), UriKind.Absolute, out var origin) || origin.Scheme is not ("http" or "https"))
            return false;
        return origin.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase)
            || allowed.Any(a => a.TrimEnd('/').Equals(origins.ToString(), StringComparison.OrdinalIgnoreCase));
    }
}

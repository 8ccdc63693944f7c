using System.Text;
using Microsoft.Net.Http.Headers;

namespace DataHub.Api.Http;

/// <summary>Media types of requests and responses. https://graphql.github.io/graphql-over-http/draft/#sec-Media-Types</summary>
internal static class MediaTypes
{
    public const string Json = "application/json";
    public const string GraphQLResponse = "application/graphql-response+json";
    public const string EventStream = "text/event-stream";
    public const string Problem = "application/problem+json";

    /// <summary>
    /// The better of the two response types for an Accept header, null when it takes neither (RFC 9110, section 12.5.1). Without the
    /// header, and when only a wildcard covers both, plain JSON: such a client may know nothing of the newer type.
    /// </summary>
    public static string? ForResponse(string? accept) => accept switch
    {
        null or "" or "*/*" or Json => Json,
        GraphQLResponse => GraphQLResponse,
        _ => Negotiate(accept),
    };

    /// <summary>True for <c>application/json</c>, with no charset or UTF-8.</summary>
    public static bool IsJsonRequest(string? contentType)
    {
        if (contentType is Json or "application/json; charset=utf-8") return true;
        return MediaTypeHeaderValue.TryParse(contentType, out var type)
            && type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase)
            && IsUtf8OrAbsent(type);
    }

    /// <summary>True when an Accept header names <c>text/event-stream</c>; a wildcard does not, few clients can read it.</summary>
    public static bool TakesEventStream(string? accept) =>
        accept is not null
        && accept.Contains(EventStream, StringComparison.OrdinalIgnoreCase)
        && MediaTypeHeaderValue.TryParseList([accept], out var ranges)
        && Quality(ranges, EventStream) is { IsNamed: true, Value: > 0 };

    private static string? Negotiate(string accept)
    {
        if (!MediaTypeHeaderValue.TryParseList([accept], out var ranges)) return null;
        var graphQL = Quality(ranges, GraphQLResponse);
        var json = Quality(ranges, Json);
        if (graphQL.Value <= 0 && json.Value <= 0) return null;
        if (graphQL.Value == json.Value) return graphQL.IsNamed ? GraphQLResponse : Json;
        return graphQL.Value > json.Value ? GraphQLResponse : Json;
    }

    // The most specific range that covers the type decides, so that "application/json;q=0, */*" refuses JSON.
    private static (double Value, bool IsNamed) Quality(IList<MediaTypeHeaderValue> ranges, string mediaType)
    {
        var best = (Specificity: 0, Value: 0.0);
        foreach (var range in ranges)
        {
            if (!IsUtf8OrAbsent(range)) continue;
            var specificity = Specificity(range, mediaType);
            if (specificity > best.Specificity) best = (specificity, range.Quality ?? 1);
        }
        return (best.Value, best.Specificity == 3);
    }

    private static int Specificity(MediaTypeHeaderValue range, string mediaType)
    {
        if (range.MatchesAllTypes) return 1;
        if (range.MatchesAllSubTypes) return range.Type.Equals("application", StringComparison.OrdinalIgnoreCase) ? 2 : 0;
        return range.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase) ? 3 : 0;
    }

    private static bool IsUtf8OrAbsent(MediaTypeHeaderValue type) =>
        !type.Charset.HasValue
            || HeaderUtilities.RemoveQuotes(type.Charset).Equals(Encoding.UTF8.WebName, StringComparison.OrdinalIgnoreCase);
}

using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace DataHub.Api.Http;

/// <summary>How a body is compressed (RFC 9110, section 8.4.1).</summary>
internal enum ContentCoding
{
    Identity,
    Gzip,
    Brotli,
}

/// <summary>Reads Content-Encoding of requests and Accept-Encoding.</summary>
internal static class ContentCodings
{
    /// <summary>False for a coding the hub does not read, and for more than one: bodies coded twice are how bombs hide.</summary>
    public static bool TryReadRequest(StringValues contentEncoding, out ContentCoding coding)
    {
        coding = ContentCoding.Identity;
        if (contentEncoding.Count == 0) return true;
        if (contentEncoding.Count > 1 || Known(contentEncoding.ToString().Trim()) is not { } known) return false;
        coding = known;
        return true;
    }

    /// <summary>
    /// The best coding for an answer (RFC 9110, section 12.5.3), null when not even the bare one is taken. Of equal ones Brotli comes
    /// first, the bare one last. <paramref name="isBareTaken"/> tells whether a small answer may go without.
    /// </summary>
    public static ContentCoding? ForResponse(StringValues acceptEncoding, out bool isBareTaken)
    {
        isBareTaken = true;
        if (acceptEncoding.Count == 0) return ContentCoding.Identity;
        if (!StringWithQualityHeaderValue.TryParseList(acceptEncoding, out var accepted)) return ContentCoding.Identity;
        var identity = Quality(accepted, ContentCoding.Identity) ?? Wildcard(accepted);
        isBareTaken = identity != 0;
        var best = (Coding: isBareTaken ? ContentCoding.Identity : (ContentCoding?)null, Quality: identity ?? 0);
        foreach (var coding in (ReadOnlySpan<ContentCoding>)[ContentCoding.Gzip, ContentCoding.Brotli])
        {
            var quality = Quality(accepted, coding) ?? Wildcard(accepted) ?? 0;
            if (quality > 0 && quality >= best.Quality) best = (coding, quality);
        }
        return best.Coding;
    }

    private static double? Quality(IList<StringWithQualityHeaderValue> accepted, ContentCoding coding)
    {
        foreach (var value in accepted)
            if (Known(value.Value) == coding) return value.Quality ?? 1;
        return null;
    }

    private static double? Wildcard(IList<StringWithQualityHeaderValue> accepted)
    {
        foreach (var value in accepted)
            if (value.Value == "*") return value.Quality ?? 1;
        return null;
    }

    // RFC 9110, section 8.4.1.3: "x-gzip" is the same as "gzip".
    private static ContentCoding? Known(StringSegment name)
    {
        if (name.Equals("br", StringComparison.OrdinalIgnoreCase)) return ContentCoding.Brotli;
        if (name.Equals("gzip", StringComparison.OrdinalIgnoreCase) || name.Equals("x-gzip", StringComparison.OrdinalIgnoreCase))
            return ContentCoding.Gzip;
        return name.Equals("identity", StringComparison.OrdinalIgnoreCase) ? ContentCoding.Identity : null;
    }
}

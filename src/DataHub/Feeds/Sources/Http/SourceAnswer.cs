using System.Net;
using System.Text.Json;

namespace DataHub.Feeds.Sources.Http;

/// <summary>A whole answer.</summary>
internal sealed record SourceAnswer(HttpStatusCode Status, byte[] Body, TimeSpan? RetryAfter)
{
    // What a source nests deeper is nothing that a feed has columns for.
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 32 };

    /// <summary>True for an answer that another attempt may better.</summary>
    public bool IsPassing => IsTroubled || Status == HttpStatusCode.TooManyRequests;

    /// <summary>True for an answer that tells of trouble at the source.</summary>
    public bool IsTroubled => Status == HttpStatusCode.RequestTimeout || (int)Status >= 500;

    /// <summary>The body as a JSON object; throws <see cref="FeedRefusedException"/> when it is none.</summary>
    public JsonElement Object()
    {
        JsonElement root;
        try
        {
            using var document = JsonDocument.Parse(Body, Options);
            root = document.RootElement.Clone();
        }
        catch (JsonException exception)
        {
            throw new FeedRefusedException("the source's answer is not JSON", exception);
        }
        return root.ValueKind == JsonValueKind.Object ? root : throw new FeedRefusedException("the source's answer is JSON, but no object");
    }

    /// <summary>Throws <see cref="FeedRefusedException"/> for an answer that is no success.</summary>
    public void ThrowUnlessGood()
    {
        if ((int)Status is >= 200 and < 300) return;
        throw new FeedRefusedException((int)Status switch
        {
            >= 300 and < 400 => "the source answered with a redirect, which is not followed",
            401 or 403 => $"the source refuses the hub's credentials (HTTP {(int)Status})",
            404 => "the source does not know the call (HTTP 404)",
            429 => "the source asks to be asked less often (HTTP 429)",
            >= 500 => $"the source failed (HTTP {(int)Status})",
            _ => $"the source refuses the call (HTTP {(int)Status})",
        });
    }
}

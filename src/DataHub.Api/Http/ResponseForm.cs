namespace DataHub.Api.Http;

/// <summary>How the client wants its answer: media type and compression.</summary>
internal readonly record struct ResponseForm
{
    /// <summary>Of an answer; plain JSON when the client takes no type that the hub has.</summary>
    public required string MediaType { get; init; }

    /// <summary>Of an answer worth the compression.</summary>
    public ContentCoding Coding { get; init; }

    /// <summary>False: an answer of any size must be compressed.</summary>
    public bool IsBareTaken { get; init; }

    /// <summary>True when plain JSON is among what the client takes.</summary>
    public bool TakesJson { get; init; }

    /// <summary>Why the client cannot have an answer it would take; null when it can.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>What the headers Accept and Accept-Encoding ask for.</summary>
    public static ResponseForm Of(HttpRequest request, HttpSettings settings)
    {
        var accept = request.Headers.Accept.ToString();
        var mediaType = MediaTypes.ForResponse(accept);
        var coding = ContentCodings.ForResponse(request.Headers.AcceptEncoding, out var isBareTaken);
        return new ResponseForm
        {
            MediaType = mediaType ?? MediaTypes.Json,
            Coding = settings.Compress || !isBareTaken ? coding ?? ContentCoding.Identity : ContentCoding.Identity,
            IsBareTaken = isBareTaken || coding is null,
            TakesJson = MediaTypes.TakesJson(accept),
            Refusal = mediaType is null ? HttpRefusals.NotAcceptable : coding is null ? HttpRefusals.NoCoding : null,
        };
    }
}

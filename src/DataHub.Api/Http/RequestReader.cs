using System.Text.Json;

namespace DataHub.Api.Http;

/// <summary>Reads the requests out of the body of a POST: one, or a batch where the settings allow batches.</summary>
internal sealed class RequestReader(HttpSettings settings)
{
    private static readonly Refusal NotJson = new(
        400, HttpErrorCodes.BadRequest, $"The body is not JSON in UTF-8, or nests deeper than {JsonText.MaxDepth} levels.");

    private static readonly Refusal NoBatches =
        new(400, HttpErrorCodes.BatchRefused, "The body is an array: send one request at a time.");

    private static readonly Refusal EmptyBatch = new(400, HttpErrorCodes.BadRequest, "The body is an array without requests.");

    /// <summary>
    /// <paramref name="documentId"/> is the document that the URL names; null when it names none.
    /// </summary>
    public async ValueTask<Checked<RequestBody>> ReadAsync(HttpRequest request, string? documentId, CancellationToken cancellationToken)
    {
        if (!MediaTypes.IsJsonRequest(request.ContentType)) return HttpRefusals.NoJson;
        if (!ContentCodings.TryReadRequest(request.Headers.ContentEncoding, out var coding)) return HttpRefusals.UnknownCoding;
        var read = await BodyReader.ReadAsync(request, cancellationToken);
        if (read.Value is not { } body) return read.Refusal!;
        if (coding == ContentCoding.Identity) return Parse(body, documentId);
        using (body)
        {
            var inflated = Inflation.Inflate(body, coding);
            return inflated.Value is null ? inflated.Refusal! : Parse(inflated.Value, documentId);
        }
    }

    private Checked<RequestBody> Parse(PooledBytes body, string? documentId)
    {
        var json = JsonText.Parse(body.Memory);
        var requests = json is null ? NotJson : Requests(json.RootElement, documentId);
        if (requests.Value is { } value) return value.Owning(json, body.Take());
        json?.Dispose();
        body.Dispose();
        return requests;
    }

    private Checked<RequestBody> Requests(JsonElement json, string? documentId)
    {
        if (json.ValueKind == JsonValueKind.Array) return documentId is null ? Batch(json) : NoBatches;
        var request = RequestParameters.FromBody(json, documentId);
        return request.Value is null ? request.Refusal! : new RequestBody(request.Value);
    }

    // https://github.com/graphql/graphql-over-http/blob/main/rfcs/Batching.md
    private Checked<RequestBody> Batch(JsonElement array)
    {
        if (settings.MaxBatch == 0) return NoBatches;
        var count = array.GetArrayLength();
        if (count == 0) return EmptyBatch;
        if (count > settings.MaxBatch) return TooMany(count);
        var requests = new List<GraphQLHttpRequest>(count);
        foreach (var entry in array.EnumerateArray())
        {
            var request = RequestParameters.FromBody(entry);
            if (request.Value is null) return At(requests.Count, request.Refusal!);
            requests.Add(request.Value);
        }
        return new RequestBody(requests, isBatch: true);
    }

    private Refusal TooMany(int count) => new(
        400, HttpErrorCodes.BatchTooLarge, $"The batch has {count} requests; at most {settings.MaxBatch} are taken.");

    private static Refusal At(int index, Refusal refusal) =>
        refusal with { Error = refusal.Error with { Message = $"Request {index} of the batch: {refusal.Error.Message}" } };
}

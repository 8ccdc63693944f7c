using System.Buffers;
using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Limits;
using DataHub.Partners;
using Microsoft.Extensions.Primitives;

namespace DataHub.Api.Http;

/// <summary>
/// Status, media type and compression of answers. A request error is 400 as <c>application/graphql-response+json</c>, and 200 as
/// <c>application/json</c>, where older clients take any other status for a broken line; what concerns the caller or the hub has its own
/// status in both. docs/adr/0007 weighs the draft's other codes.
/// </summary>
internal static class GraphQLResponses
{
    private const string CacheKeys = "Accept, Accept-Encoding";

    public static ValueTask WriteAsync(HttpResponse response, ExecutionResult result, ResponseForm form) =>
        WriteAsync(response, null, result, form);

    /// <summary>
    /// Writes an answer that is executed while it is written. Its beginning decides status and headers; what goes wrong behind it is told in the
    /// body. Each chunk waits until the client took the one before; a client that takes less than Kestrel's MinResponseDataRate loses the
    /// connection.
    /// </summary>
    public static async ValueTask WriteAsync(
        HttpResponse response, ExecutionResult result, AnswerStream stream, ResponseForm form, CancellationToken cancellationToken)
    {
        using var beginning = new ResponseBuffer();
        var written = result.WriteTo(beginning);
        Start(response, Status(written, form.MediaType), form.MediaType);
        if (ReferenceEquals(written, result)) await WriteStreamAsync(response, form, (stream, beginning), cancellationToken);
        else await WriteBodyAsync(response, form, beginning.CopyTo);
    }

    private static async ValueTask WriteStreamAsync(
        HttpResponse response, ResponseForm form, (AnswerStream Stream, ResponseBuffer Beginning) answer, CancellationToken cancellationToken)
    {
        try
        {
            if (form.Coding == ContentCoding.Identity)
            {
                await answer.Stream.WriteAsync(answer.Beginning, response.BodyWriter, FlushAsync, cancellationToken);
                return;
            }
            using var compressed = new CompressedWriter(response, form.Coding, isAlways: !form.IsBareTaken);
            // The headers go with the first flush, and must say by then whether the body is compressed.
            await answer.Stream.WriteAsync(
                answer.Beginning, compressed, cancellation => compressed.IsStarted ? FlushAsync(cancellation) : default, cancellationToken);
            compressed.Complete();
            await FlushAsync(cancellationToken);
        }
        catch (HungUpException)
        {
            // Nobody reads on: there is no one to tell.
        }

        async ValueTask FlushAsync(CancellationToken cancellation)
        {
            // A pipe whose reader is gone takes everything at once.
            if ((await response.BodyWriter.FlushAsync(cancellation)).IsCompleted) throw new HungUpException();
        }
    }

    public static ValueTask WriteAsync(HttpResponse response, Refusal refusal, ResponseForm form)
    {
        if (refusal.Header is var (name, value)) response.Headers[name] = value;
        var status = form.MediaType == MediaTypes.GraphQLResponse ? refusal.Status : refusal.LegacyStatus;
        var result = ExecutionResult.Refused(refusal.Error);
        if (refusal.Cost is { } cost) result.Cost = cost;
        return WriteAsync(response, status, result, form);
    }

    /// <summary>
    /// The answers of a batch as an array. That is no "GraphQL response", so it goes as plain JSON, and each answer tells its own fate.
    /// </summary>
    public static ValueTask WriteAsync(HttpResponse response, IReadOnlyList<ExecutionResult> results, ResponseForm form)
    {
        Start(response, 200, MediaTypes.Json);
        return WriteBodyAsync(response, form, output =>
        {
            for (var i = 0; i < results.Count; i++)
            {
                output.Write(i == 0 ? "["u8 : ","u8);
                results[i].WriteTo(output);
            }
            output.Write("]"u8);
        });
    }

    private static async ValueTask WriteAsync(HttpResponse response, int? status, ExecutionResult result, ResponseForm form)
    {
        // The size of an answer decides its status.
        using var body = new ResponseBuffer();
        var written = result.WriteTo(body);
        Start(response, status ?? Status(written, form.MediaType), form.MediaType);
        // Without it the body goes in chunks (RFC 9112, section 7.1).
        if (form.Coding == ContentCoding.Identity) response.ContentLength = body.Length;
        await WriteBodyAsync(response, form, body.CopyTo);
    }

    private static void Start(HttpResponse response, int status, string mediaType)
    {
        response.StatusCode = status;
        response.ContentType = ContentType(mediaType);
        // A refusal may take the place of an answer that failed while it was written.
        response.Headers.ContentEncoding = default;
        var vary = response.Headers.Vary;
        if (vary.Count == 0) response.Headers.Vary = CacheKeys;
        else if (!vary.Contains(CacheKeys)) response.Headers.Vary = StringValues.Concat(vary, CacheKeys);
    }

    private static async ValueTask WriteBodyAsync(HttpResponse response, ResponseForm form, Action<IBufferWriter<byte>> write)
    {
        if (form.Coding == ContentCoding.Identity)
        {
            write(response.BodyWriter);
        }
        else
        {
            using var compressed = new CompressedWriter(response, form.Coding, isAlways: !form.IsBareTaken);
            write(compressed);
            compressed.Complete();
        }
        await response.BodyWriter.FlushAsync();
    }

    private static int Status(ExecutionResult result, string mediaType)
    {
        // A quota that is passed while an answer is made leaves nothing of it.
        if (result.HasData && !(result.IsDataNull && result.Errors.Any(error => QuotaErrors.Has(error.Code)))) return 200;
        if (result.Errors.Any(error => QuotaErrors.Has(error.Code))) return 429;
        return result.Errors[0].Code switch
        {
            HttpErrorCodes.Forbidden or HttpErrorCodes.PurposeNotAllowed => 403,
            ErrorCodes.RateLimited => 429,
            HttpErrorCodes.DatabaseUnavailable or HttpErrorCodes.Overloaded => 503,
            ErrorCodes.Internal => 500,
            _ => mediaType == MediaTypes.GraphQLResponse ? 400 : 200,
        };
    }

    private static string ContentType(string mediaType) => mediaType == MediaTypes.GraphQLResponse
        ? "application/graphql-response+json; charset=utf-8"
        : "application/json; charset=utf-8";

    /// <summary>The client closed the connection while its answer was written.</summary>
    private sealed class HungUpException : Exception;
}

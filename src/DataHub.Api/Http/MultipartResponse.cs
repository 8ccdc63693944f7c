using System.IO.Pipelines;
using DataHub.Access;
using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Execution;
using Microsoft.Net.Http.Headers;

namespace DataHub.Api.Http;

/// <summary>
/// Answers in several payloads, as parts of one response.
/// https://github.com/graphql/graphql-over-http/blob/main/rfcs/IncrementalDelivery.md
/// </summary>
internal static class MultipartResponse
{
    private const string Multipart = "multipart/mixed";

    // Clients of the older proposals say so by deferSpec and understand other payloads than these; Apollo's name for these is v0.2.
    private const string OldParameter = "deferSpec";
    private const string NewParameter = "incrementalSpec";
    private const string Spoken = "v0.2";

    /// <summary>
    /// True when the request was answered here: the client takes a response in parts and the hub gives one. All others get the answer at
    /// once, with nothing put off, which the proposal leaves to the service.
    /// </summary>
    public static async ValueTask<bool> TryAnswerAsync(
        HttpContext http, EndpointParts parts, IncrementalRequest request, ResponseForm form, CancellationToken cancellationToken)
    {
        if (!IsTaken(http.Request.Headers.Accept)) return false;
        var (document, operation, caller) = request;
        await using var answer = await parts.Runner.ExecuteIncrementallyAsync(document, operation, caller, cancellationToken);
        if (answer is null) return false;
        parts.Rates.Write(http.Response, caller, answer.Result);
        if (answer.Result.Subsequent is null) await GraphQLResponses.WriteAsync(http.Response, answer.Result, form);
        else await WriteAsync(http.Response, answer.Result, cancellationToken);
        return true;
    }

    /// <summary>True for an Accept header that names <c>multipart/mixed</c> in the form that is sent here.</summary>
    public static bool IsTaken(string? accept) =>
        accept?.Contains(Multipart, StringComparison.OrdinalIgnoreCase) == true
        && MediaTypeHeaderValue.TryParseList([accept], out var ranges)
        && ranges.Any(IsSpoken);

    private static bool IsSpoken(MediaTypeHeaderValue range) =>
        range.MediaType.Equals(Multipart, StringComparison.OrdinalIgnoreCase)
        && range.Quality is not <= 0
        && range.Parameters.All(p => !p.Name.Equals(OldParameter, StringComparison.OrdinalIgnoreCase)
            && (!p.Name.Equals(NewParameter, StringComparison.OrdinalIgnoreCase) || HeaderUtilities.RemoveQuotes(p.Value) == Spoken));

    private static async ValueTask WriteAsync(HttpResponse response, ExecutionResult result, CancellationToken cancellationToken)
    {
        response.StatusCode = 200;
        response.ContentType = "multipart/mixed; boundary=\"-\"";
        var body = response.BodyWriter;
        Write(body, "\r\n---"u8);
        WriteHead(body);
        result.WriteTo(body);
        await body.FlushAsync(cancellationToken);
        await WriteAsync(body, result.Subsequent!, cancellationToken);
        Write(body, "\r\n-----\r\n"u8);
        await body.FlushAsync(cancellationToken);
    }

    private static async ValueTask WriteAsync(PipeWriter body, IAsyncEnumerable<IncrementalPayload> payloads, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var payload in payloads.WithCancellation(cancellationToken))
            {
                Write(body, "\r\n---"u8);
                WriteHead(body);
                payload.WriteTo(body);
                await body.FlushAsync(cancellationToken);
            }
        }
        catch (GraphQLException withheld)
        {
            // What the client may not be told of any more.
            Write(body, "\r\n---"u8);
            WriteHead(body);
            ExecutionResult.Refused(withheld.Errors).WriteTo(body);
        }
    }

    private static void WriteHead(PipeWriter body) => Write(body, "\r\nContent-Type: application/json; charset=utf-8\r\n\r\n"u8);

    private static void Write(PipeWriter body, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(body.GetSpan(bytes.Length));
        body.Advance(bytes.Length);
    }
}

/// <summary>What is to be answered, and to whom.</summary>
internal sealed record IncrementalRequest(PreparedDocument Document, OperationRequest Operation, Caller Caller);

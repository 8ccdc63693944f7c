using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Limits;

namespace DataHub.Api.Http;

/// <summary>
/// Status and media type of answers. A request error is 400 as <c>application/graphql-response+json</c>, and 200 as
/// <c>application/json</c>, where older clients take any other status for a broken line; what concerns the caller or the hub has its own
/// status in both.
/// </summary>
internal static class GraphQLResponses
{
    public static ValueTask WriteAsync(HttpResponse response, ExecutionResult result, string mediaType) =>
        WriteAsync(response, null, result, mediaType);

    public static ValueTask WriteAsync(HttpResponse response, Refusal refusal, string mediaType)
    {
        if (refusal.Header is var (name, value)) response.Headers[name] = value;
        return WriteAsync(response, refusal.Status, ExecutionResult.Refused(refusal.Error), mediaType);
    }

    private static async ValueTask WriteAsync(HttpResponse response, int? status, ExecutionResult result, string mediaType)
    {
        // The size of an answer decides its status.
        using var body = new ResponseBuffer();
        var written = result.WriteTo(body);
        response.StatusCode = status ?? Status(written, mediaType);
        response.ContentType = ContentType(mediaType);
        body.CopyTo(response.BodyWriter);
        await response.BodyWriter.FlushAsync();
    }

    private static int Status(ExecutionResult result, string mediaType)
    {
        if (result.HasData) return 200;
        return result.Errors[0].Code switch
        {
            HttpErrorCodes.Forbidden or HttpErrorCodes.PurposeNotAllowed => 403,
            HttpErrorCodes.DatabaseUnavailable => 503,
            ErrorCodes.Internal => 500,
            _ => mediaType == MediaTypes.GraphQLResponse ? 400 : 200,
        };
    }

    private static string ContentType(string mediaType) => mediaType == MediaTypes.GraphQLResponse
        ? "application/graphql-response+json; charset=utf-8"
        : "application/json; charset=utf-8";
}

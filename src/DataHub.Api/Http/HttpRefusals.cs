using System.Globalization;
using DataHub.Database;
using DataHub.GraphQL.Errors;

namespace DataHub.Api.Http;

/// <summary>Why the endpoint answers with an error of its own.</summary>
internal static class HttpRefusals
{
    public static readonly Refusal BadMethod = new(405, HttpErrorCodes.MethodNotAllowed, "Use POST, or GET for queries.")
    {
        Header = ("Allow", GraphQLEndpoint.Methods),
    };

    public static readonly Refusal MutationByGet = new(405, HttpErrorCodes.MethodNotAllowed, "A mutation must be sent by POST.")
    {
        Header = ("Allow", "POST"),
    };

    public static readonly Refusal NotAcceptable = new(
        406, HttpErrorCodes.NotAcceptable,
        $"The Accept header takes none of {MediaTypes.GraphQLResponse}, {MediaTypes.Json}, {MediaTypes.EventStream}.");

    public static readonly Refusal NoCoding = new(
        406, HttpErrorCodes.NotAcceptable, "The Accept-Encoding header takes neither br nor gzip nor identity.");

    public static readonly Refusal BatchNotAcceptable = new(
        406, HttpErrorCodes.NotAcceptable, $"A batch is answered as {MediaTypes.Json}, which the Accept header does not take.");

    public static readonly Refusal StreamRequired = new(
        400, HttpErrorCodes.StreamRequired,
        "A subscription answers with a stream: send it over a WebSocket (subprotocol graphql-transport-ws), or with the header "
        + $"Accept: {MediaTypes.EventStream}.");

    public static readonly Refusal NoJson = new(
        415, HttpErrorCodes.UnsupportedMediaType, "The request's Content-Type must be application/json in UTF-8.")
    {
        Header = ("Accept", MediaTypes.Json),
    };

    public static readonly Refusal UnknownCoding = new(
        415, HttpErrorCodes.UnsupportedMediaType, "The request's Content-Encoding must be br or gzip, once, or absent.")
    {
        Header = ("Accept-Encoding", "br, gzip"),
    };

    public static readonly Refusal OutOfTime =
        new(503, HttpErrorCodes.ExecutionTimeout, "The answer was not ready in time. Ask for less at once.");

    public static readonly Refusal Failed = new(500, ErrorCodes.Internal, "Internal error");

    /// <summary>Nothing of the request was executed.</summary>
    public static Refusal Busy(OverloadedException overload) => new(503, HttpErrorCodes.Overloaded, overload.Message)
    {
        Header = ("Retry-After", ((int)overload.RetryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture)),
    };

    public static readonly Refusal NoDatabase = new(503, HttpErrorCodes.DatabaseUnavailable, new DatabaseUnavailableException().Message)
    {
        Header = ("Retry-After", "5"),
    };
}

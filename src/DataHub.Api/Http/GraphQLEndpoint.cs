using DataHub.Api.Identity;
using DataHub.Api.ServerSentEvents;
using DataHub.Api.Subscriptions;
using DataHub.Database;
using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Language;

namespace DataHub.Api.Http;

/// <summary>
/// GraphQL over HTTP (https://graphql.github.io/graphql-over-http/draft/). A request proves who sends it before a byte of its body is read,
/// so a stranger learns nothing of the schema. Forged requests of other sites need no further guard: a browser never adds a bearer token by
/// itself, and a body that an HTML form can send is refused by its type.
/// </summary>
internal sealed class GraphQLEndpoint(
    IGraphQLService service, CallerAuthentication authentication, EventStreams events, HostLimits limits, ILogger<GraphQLEndpoint> logger)
{
    public const string Path = "/graphql";

    private static readonly Refusal BadMethod = new(405, HttpErrorCodes.MethodNotAllowed, "Use POST, or GET for queries.")
    {
        Header = ("Allow", "GET, POST"),
    };

    private static readonly Refusal MutationByGet = new(405, HttpErrorCodes.MethodNotAllowed, "A mutation must be sent by POST.")
    {
        Header = ("Allow", "POST"),
    };

    private static readonly Refusal NotAcceptable = new(
        406, HttpErrorCodes.NotAcceptable, $"The Accept header takes none of {MediaTypes.GraphQLResponse}, {MediaTypes.Json} and {MediaTypes.EventStream}.");

    private static readonly Refusal NoJson = new(
        415, HttpErrorCodes.UnsupportedMediaType, "The request's Content-Type must be application/json in UTF-8.")
    {
        Header = ("Accept", MediaTypes.Json),
    };

    private static readonly Refusal Encoded = new(
        415, HttpErrorCodes.UnsupportedMediaType, "Compressed request bodies are not read: send the body without Content-Encoding.")
    {
        Header = ("Accept-Encoding", "identity"),
    };

    private static readonly Refusal OutOfTime =
        new(503, HttpErrorCodes.ExecutionTimeout, "The answer was not ready in time. Ask for less at once.");

    private static readonly Refusal Failed = new(500, ErrorCodes.Internal, "Internal error");

    private static readonly Refusal NoDatabase = new(503, HttpErrorCodes.DatabaseUnavailable, new DatabaseUnavailableException().Message)
    {
        Header = ("Retry-After", "5"),
    };

    public async Task HandleAsync(HttpContext http)
    {
        var mediaType = MediaTypes.ForResponse(http.Request.Headers.Accept);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        deadline.CancelAfter(limits.RequestTime);
        Refusal? refusal;
        try
        {
            refusal = await AnswerAsync(http, mediaType, deadline.Token);
        }
        catch (Exception) when (http.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            refusal = OutOfTime;
        }
        catch (Exception exception)
        {
            var isAway = DatabaseFailures.IsUnavailable(exception);
            FailureLog.Write(logger, isAway ? LogLevel.Warning : LogLevel.Error, exception);
            refusal = isAway ? NoDatabase : Failed;
        }
        if (refusal is null) return;
        if (http.Response.HasStarted) http.Abort();
        else await GraphQLResponses.WriteAsync(http.Response, refusal, mediaType ?? MediaTypes.Json);
    }

    /// <summary>Writes the answer, or says why there is none.</summary>
    private async ValueTask<Refusal?> AnswerAsync(HttpContext http, string? mediaType, CancellationToken cancellationToken)
    {
        var isGet = HttpMethods.IsGet(http.Request.Method);
        if (!isGet && !HttpMethods.IsPost(http.Request.Method)) return BadMethod;
        var caller = await authentication.AuthenticateAsync(http.Request, cancellationToken);
        if (caller.Value is null) return caller.Refusal;
        if (mediaType is null && !MediaTypes.TakesEventStream(http.Request.Headers.Accept)) return NotAcceptable;
        var read = isGet ? RequestParameters.FromQueryString(http.Request.Query) : await ReadPostAsync(http.Request, cancellationToken);
        if (read.Value is null) return read.Refusal;
        using var request = read.Value;
        var document = service.Prepare(request.Query);
        if (isGet && document.TryFindOperation(request.Operation.OperationName, out var operation, out _)
            && operation.Operation == OperationType.Mutation) return MutationByGet;
        if (EventStreams.Answer(http.Request.Headers.Accept, document, request.Operation))
            return await events.WriteAsync(http, document, request, caller.Value);
        var result = OperationStream.RefuseWithoutStream(document, request.Operation)
            ?? await service.ExecuteAsync(document, request.Operation, caller.Value.Caller, cancellationToken);
        await GraphQLResponses.WriteAsync(http.Response, result, mediaType!);
        return null;
    }

    private static ValueTask<Checked<GraphQLHttpRequest>> ReadPostAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!MediaTypes.IsJsonRequest(request.ContentType)) return new(NoJson);
        // A small compressed body can unfold to any size; RFC 9110, section 15.5.16 has this answer for it.
        if (request.Headers.ContentEncoding.Count > 0
            && !string.Equals(request.Headers.ContentEncoding, "identity", StringComparison.OrdinalIgnoreCase))
            return new(Encoded);
        return BodyReader.ReadAsync(request, cancellationToken);
    }
}

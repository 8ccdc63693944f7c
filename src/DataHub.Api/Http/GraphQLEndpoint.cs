using System.Diagnostics;
using DataHub.Access;
using DataHub.Api.Documents;
using DataHub.Api.ServerSentEvents;
using DataHub.Database;
using DataHub.GraphQL.Execution;

namespace DataHub.Api.Http;

/// <summary>
/// GraphQL over HTTP (https://graphql.github.io/graphql-over-http/draft/). A request proves who sends it before a byte of its body is
/// read, so a stranger learns nothing of the schema. Forged requests of other sites need no further guard: who asks is told by the
/// Authorization header alone, which a browser never adds by itself, and a body that an HTML form can send is refused by its type.
/// </summary>
internal sealed class GraphQLEndpoint(EndpointParts parts, HostLimits limits, ILogger<GraphQLEndpoint> logger)
{
    public const string Path = "/graphql";

    /// <summary>
    /// A URL for each stored document, as the proposed appendix "Persisted Documents" notes it: proxies see which one is asked.
    /// </summary>
    public const string DocumentPath = $"{Path}/sha256:{{{HashName}:length(64)}}";

    private const string HashName = "hash";

    private readonly Deadlines deadlines = new(limits.RequestTime);

    /// <summary>Value of <c>Allow</c>.</summary>
    public const string Methods = "GET, HEAD, OPTIONS, POST";

    /// <summary>The same for the document that the URL names.</summary>
    public Task HandleStoredAsync(HttpContext http) => HandleAsync(http, DocumentHash.Prefix + (string)http.GetRouteValue(HashName)!);

    /// <summary>
    /// Answers within the time a request may take, whatever goes wrong. <paramref name="named"/> is the document that the URL names.
    /// </summary>
    public async Task HandleAsync(HttpContext http, string? named)
    {
        var started = Stopwatch.GetTimestamp();
        var form = ResponseForm.Of(http.Request, parts.Settings);
        parts.Cors.Allow(http.Request, http.Response.Headers);
        using var deadline = deadlines.Start(http.RequestAborted);
        Refusal? refusal;
        try
        {
            refusal = await AnswerAsync(http, form, named, started, deadline.Token);
        }
        catch (Exception) when (http.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (OperationCanceledException) when (deadline.IsOver)
        {
            refusal = HttpRefusals.OutOfTime;
        }
        catch (OverloadedException overload)
        {
            refusal = HttpRefusals.Busy(overload);
        }
        catch (Exception exception)
        {
            var isAway = DatabaseFailures.IsUnavailable(exception);
            FailureLog.Write(logger, isAway ? LogLevel.Warning : LogLevel.Error, exception);
            refusal = isAway ? HttpRefusals.NoDatabase : HttpRefusals.Failed;
        }
        if (refusal is null) return;
        // What is written but not sent cannot be taken back.
        if (http.Response.HasStarted || http.Response.BodyWriter is { CanGetUnflushedBytes: true, UnflushedBytes: > 0 }) http.Abort();
        else await GraphQLResponses.WriteAsync(http.Response, refusal, form);
    }

    /// <summary>Writes the answer, or says why there is none.</summary>
    private async ValueTask<Refusal?> AnswerAsync(
        HttpContext http, ResponseForm form, string? named, long started, CancellationToken cancellationToken)
    {
        var method = http.Request.Method;
        if (HttpMethods.IsOptions(method)) return TellMethods(http.Response);
        var isSafe = HttpMethods.IsGet(method) || HttpMethods.IsHead(method);
        if (!isSafe && !HttpMethods.IsPost(method)) return HttpRefusals.BadMethod;

        var caller = await parts.Authentication.AuthenticateAsync(http.Request, cancellationToken);
        if (caller.Value is null)
        {
            await parts.Runner.EnterAsync(caller.Refusal!);
            return caller.Refusal;
        }
        parts.Rates.Announce(http.Response, caller.Value.Caller);
        if (form.Refusal is not null && !EventStreams.AreTaken(http.Request)) return form.Refusal;

        var read = isSafe
            ? RequestParameters.FromQueryString(http.Request.Query, named)
            : await parts.Reader.ReadAsync(http.Request, named, cancellationToken);
        if (read.Value is null) return read.Refusal;
        using var body = read.Value;
        if (body.IsBatch) return await AnswerBatchAsync(http, form, new Asked(body, caller.Value.Caller, started), cancellationToken);

        var request = body.Requests[0];
        var asked = OperationHeaders.Apply(request.Operation, http.Request, limits.ExecutionTime(started));
        if (asked.Value is not { } operation) return asked.Refusal;
        var document = await parts.Runner.ResolveAsync(request.Document, caller.Value.Caller);
        if (document.Value is null) return parts.Rates.Tell(http.Response, caller.Value.Caller, document.Refusal!);
        if (isSafe && RequestRunner.IsMutation(document.Value, operation)) return HttpRefusals.MutationByGet;
        if (EventStreams.Answer(http.Request, document.Value, operation))
            return await parts.Events.WriteAsync(http, new StreamRequest(document.Value, operation, body, caller.Value));
        if (form.Refusal is not null) return form.Refusal;
        var incremental = new IncrementalRequest(document.Value, operation, caller.Value.Caller);
        if (await MultipartResponse.TryAnswerAsync(http, parts, incremental, form, cancellationToken)) return null;
        var streamed = operation with { MayStream = true };
        var result = await parts.Runner.ExecuteAsync(document.Value, streamed, caller.Value.Caller, cancellationToken);
        await using var stream = result.Stream;
        parts.Rates.Write(http.Response, caller.Value.Caller, result);
        if (stream is null) await GraphQLResponses.WriteAsync(http.Response, result, form);
        else await GraphQLResponses.WriteAsync(http.Response, result, stream, form, cancellationToken);
        return null;
    }

    private async ValueTask<Refusal?> AnswerBatchAsync(
        HttpContext http, ResponseForm form, Asked asked, CancellationToken cancellationToken)
    {
        if (!form.TakesJson) return HttpRefusals.BatchNotAcceptable;
        var results = new List<ExecutionResult>(asked.Body.Requests.Count);
        foreach (var request in asked.Body.Requests)
        {
            var timed = TimeoutHeader.Apply(request.Operation, http.Request, limits.ExecutionTime(asked.Started));
            if (timed.Value is not { } operation) return timed.Refusal;
            var document = await parts.Runner.ResolveAsync(request.Document, asked.Caller);
            results.Add(document.Value is null
                ? ExecutionResult.Refused(document.Refusal!.Error)
                : await parts.Runner.ExecuteAsync(document.Value, operation, asked.Caller, cancellationToken));
        }
        await GraphQLResponses.WriteAsync(http.Response, results, form);
        return null;
    }

    // RFC 9110, section 9.3.7. Methods are the same for everybody, so nobody has to say who asks.
    private static Refusal? TellMethods(HttpResponse response)
    {
        response.StatusCode = 204;
        response.Headers.Allow = Methods;
        return null;
    }

    /// <summary>A batch, who sent it, and when it began to come.</summary>
    private sealed record Asked(RequestBody Body, Caller Caller, long Started);
}

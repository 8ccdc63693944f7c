using DataHub.Api.Http;
using DataHub.Api.Identity;
using DataHub.Api.Partners;
using DataHub.Api.Subscriptions;
using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Execution;

namespace DataHub.Api.ServerSentEvents;

/// <summary>
/// GraphQL over server-sent events in distinct connections mode (https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md): the
/// request is one of GraphQL over HTTP, its answers are the events of its response.
/// </summary>
internal sealed class EventStreams(
    OperationStream operations,
    OpenConnections connections,
    SubscriptionSettings settings,
    PartnerGate gate,
    TimeProvider clock,
    IHostApplicationLifetime host)
{
    private static readonly Refusal TooMany =
        new(429, HttpErrorCodes.TooManyConnections, "Too many connections are open. Try again shortly.")
        {
            Header = ("Retry-After", "30"),
        };

    private static readonly ExecutionResult Expired = ExecutionResult.Refused(
        new GraphQLError("The access token has expired.", HttpErrorCodes.Unauthenticated));

    /// <summary>True when the client takes events, and is there to read them.</summary>
    public static bool AreTaken(HttpRequest request) =>
        MediaTypes.TakesEventStream(request.Headers.Accept) && !HttpMethods.IsHead(request.Method);

    /// <summary>
    /// True when a request is to be answered with events: nothing else is taken, or it is a subscription and events are taken too.
    /// </summary>
    public static bool Answer(HttpRequest request, PreparedDocument document, OperationRequest operation) =>
        AreTaken(request)
        && (MediaTypes.ForResponse(request.Headers.Accept) is null || RequestRunner.IsSubscription(document, operation));

    /// <summary>
    /// Writes the events until the operation or the caller's token ends, or the client leaves. Gives a refusal when there is no room.
    /// </summary>
    public async ValueTask<Refusal?> WriteAsync(HttpContext http, StreamRequest request)
    {
        if (!connections.TryOpen(out var place)) return TooMany;
        using (place)
        {
            if (!place.TryOwn(request.Caller)) return TooMany;
            using var expiry = Expiry(request);
            await using var standing = new StandingWatch(gate, request.Identified, http);
            using var life = CancellationTokenSource.CreateLinkedTokenSource(
                http.RequestAborted, host.ApplicationStopping, expiry.Token, standing.Ended);
            var writer = new EventStreamWriter(http.Response, settings.SlowClientTime);
            var answers = operations.AnswerAsync(request.Document, request.Operation, request.Memory, request.Caller, life.Token);
            try
            {
                await writer.StartAsync();
                await WriteAsync(writer, answers, life);
                // Without a complete event: the client comes back, to this host or another.
                if (host.ApplicationStopping.IsCancellationRequested) http.Abort();
                if (http.RequestAborted.IsCancellationRequested) return null;
                if (standing.Refusal is { } refusal) await writer.NextAsync(ExecutionResult.Refused(refusal.Error));
                else if (expiry.IsCancellationRequested) await writer.NextAsync(Expired);
                await writer.CompleteAsync();
            }
            catch (SlowClientException)
            {
                http.Abort();
            }
            return null;
        }
    }

    /// <summary>Cancelled when the caller's token expires; never for what ends by itself.</summary>
    private CancellationTokenSource Expiry(StreamRequest request)
    {
        if (!RequestRunner.IsSubscription(request.Document, request.Operation)) return new CancellationTokenSource();
        var left = request.Identified.Until - clock.GetUtcNow();
        return new CancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.Zero, clock);
    }

    private async Task WriteAsync(EventStreamWriter writer, IAsyncEnumerable<ExecutionResult> answers, CancellationTokenSource life)
    {
        await using var events = answers.GetAsyncEnumerator(life.Token);
        var next = events.MoveNextAsync().AsTask();
        try
        {
            while (await IsThereAsync(next, writer))
            {
                await writer.NextAsync(events.Current);
                next = events.MoveNextAsync().AsTask();
            }
        }
        finally
        {
            // The stream can be let go of only when it is not asked for its next answer.
            if (!next.IsCompleted)
            {
                await life.CancelAsync();
                await next;
            }
        }
    }

    private async Task<bool> IsThereAsync(Task<bool> next, EventStreamWriter writer)
    {
        while (true)
        {
            try
            {
                return await next.WaitAsync(settings.PingInterval, clock);
            }
            catch (TimeoutException)
            {
                await writer.CommentAsync();
            }
        }
    }
}

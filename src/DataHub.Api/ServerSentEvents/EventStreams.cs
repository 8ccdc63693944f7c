using DataHub.Api.Http;
using DataHub.Api.Identity;
using DataHub.Api.Subscriptions;
using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Execution;

namespace DataHub.Api.ServerSentEvents;

/// <summary>
/// GraphQL over server-sent events in distinct connections mode (https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md): the
/// request is one of GraphQL over HTTP, its answers are the events of its response.
/// </summary>
internal sealed class EventStreams(
    OperationStream operations, OpenConnections connections, SubscriptionSettings settings, TimeProvider clock, IHostApplicationLifetime host)
{
    private static readonly Refusal TooMany = new(429, HttpErrorCodes.TooManyConnections, "Too many connections are open. Try again shortly.")
    {
        Header = ("Retry-After", "30"),
    };

    private static readonly ExecutionResult Expired = ExecutionResult.Refused(
        new GraphQLError("The access token has expired.", HttpErrorCodes.Unauthenticated));

    /// <summary>
    /// True when a request is to be answered with events: nothing else is accepted, or it is a subscription and events are accepted too.
    /// </summary>
    public static bool Answer(string? accept, PreparedDocument document, OperationRequest request) =>
        MediaTypes.TakesEventStream(accept)
        && (MediaTypes.ForResponse(accept) is null || OperationStream.IsSubscription(document, request));

    /// <summary>
    /// Writes the events until the operation or the caller's token ends, or the client leaves. Gives a refusal when there is no room.
    /// </summary>
    public async ValueTask<Refusal?> WriteAsync(HttpContext http, PreparedDocument document, GraphQLHttpRequest request, Identified identified)
    {
        if (!connections.TryOpen(out var place)) return TooMany;
        using (place)
        {
            if (!place.TryOwn(identified.Caller)) return TooMany;
            var left = identified.Until - clock.GetUtcNow();
            using var expiry = new CancellationTokenSource(
                OperationStream.IsSubscription(document, request.Operation) ? Max(left, TimeSpan.Zero) : Timeout.InfiniteTimeSpan, clock);
            using var life = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, host.ApplicationStopping, expiry.Token);
            var writer = new EventStreamWriter(http.Response, settings.SlowClientTime);
            var answers = operations.AnswerAsync(document, request.Operation, request, identified.Caller, life.Token);
            try
            {
                await writer.StartAsync();
                await WriteAsync(writer, answers, life);
                // Without a complete event: the client comes back, to this host or another.
                if (host.ApplicationStopping.IsCancellationRequested) http.Abort();
                if (http.RequestAborted.IsCancellationRequested) return null;
                if (expiry.IsCancellationRequested) await writer.NextAsync(Expired);
                await writer.CompleteAsync();
            }
            catch (SlowClientException)
            {
                http.Abort();
            }
            return null;
        }
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

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}

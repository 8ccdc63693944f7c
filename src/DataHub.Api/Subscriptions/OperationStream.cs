using System.Diagnostics;
using System.Runtime.CompilerServices;
using DataHub.Access;
using DataHub.Api.Http;
using DataHub.Database;
using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Execution;

namespace DataHub.Api.Subscriptions;

/// <summary>Answers an operation of any kind with a stream: a query or mutation gives one answer, a subscription any number.</summary>
internal sealed class OperationStream(RequestRunner runner, HostLimits limits, ILogger<OperationStream> logger)
{
    private static readonly ExecutionResult OutOfTime = ExecutionResult.Refused(HttpRefusals.OutOfTime.Error);

    private static readonly ExecutionResult NoDatabase = ExecutionResult.Refused(HttpRefusals.NoDatabase.Error);

    private static readonly ExecutionResult Failed = ExecutionResult.Refused(HttpRefusals.Failed.Error);

    /// <summary>As below, for a request whose document is not found yet.</summary>
    public async IAsyncEnumerable<ExecutionResult> AnswerAsync(
        GraphQLHttpRequest request, IDisposable memory, Caller caller, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (document, refused) = await ResolveAsync(request, caller);
        if (document is null)
        {
            memory.Dispose();
            yield return refused!;
            yield break;
        }
        await foreach (var answer in AnswerAsync(document, request.Operation, memory, caller, cancellation)) yield return answer;
    }

    /// <summary>
    /// The answers. One without data is the last: the request was refused, or the stream ended with an error. Ends when cancelled; throws
    /// nothing. <paramref name="memory"/>, into which the request points, is disposed of as soon as nothing of it is needed.
    /// </summary>
    public async IAsyncEnumerable<ExecutionResult> AnswerAsync(
        PreparedDocument document, OperationRequest request, IDisposable memory, Caller caller,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        // Ends with the enumeration, so that a source stream that nobody enumerates any more is let go of.
        using var life = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        IAsyncEnumerable<ExecutionResult>? responses;
        ExecutionResult? single;
        using (memory) (single, responses) = await StartAsync(document, request, caller, life);
        if (single is not null && !cancellation.IsCancellationRequested) yield return single;
        if (responses is null) yield break;
        await using var answers = responses.GetAsyncEnumerator(life.Token);
        while (true)
        {
            var (answer, isLast) = await NextAsync(answers, life.Token);
            if (answer is null || cancellation.IsCancellationRequested) yield break;
            yield return answer;
            if (isLast) yield break;
        }
    }

    private async ValueTask<(PreparedDocument? Document, ExecutionResult? Refused)> ResolveAsync(GraphQLHttpRequest request, Caller caller)
    {
        try
        {
            var document = await runner.ResolveAsync(request.Document, caller);
            return (document.Value, document.Refusal is { } refusal ? ExecutionResult.Refused(refusal.Error) : null);
        }
        catch (Exception exception)
        {
            // The refusal could not be entered.
            return (null, Tell(exception, CancellationToken.None));
        }
    }

    private async ValueTask<(ExecutionResult?, IAsyncEnumerable<ExecutionResult>?)> StartAsync(
        PreparedDocument document, OperationRequest request, Caller caller, CancellationTokenSource life)
    {
        try
        {
            life.CancelAfter(limits.RequestTime);
            if (!RequestRunner.IsSubscription(document, request))
                return (await runner.ExecuteAsync(document, InTime(request), caller, life.Token), null);
            var result = await runner.SubscribeAsync(document, request, caller, life.Token);
            life.CancelAfter(Timeout.InfiniteTimeSpan);
            // The time ran out between the making of the stream and the line above.
            if (result.Refusal is null && life.IsCancellationRequested) return (OutOfTime, null);
            return (result.Refusal, result.Responses);
        }
        catch (Exception exception)
        {
            return (Tell(exception, life.Token), null);
        }
    }

    private OperationRequest InTime(OperationRequest request)
    {
        var time = limits.ExecutionTime(Stopwatch.GetTimestamp());
        return request.Time <= time ? request : request with { Time = time };
    }

    private async ValueTask<(ExecutionResult? Answer, bool IsLast)> NextAsync(
        IAsyncEnumerator<ExecutionResult> answers, CancellationToken cancellation)
    {
        try
        {
            return await answers.MoveNextAsync() ? (answers.Current, false) : (null, true);
        }
        catch (Exception exception)
        {
            return (Tell(exception, cancellation), true);
        }
    }

    private ExecutionResult Tell(Exception exception, CancellationToken cancellation)
    {
        if (exception is GraphQLException known) return ExecutionResult.Refused(known.Errors);
        if (cancellation.IsCancellationRequested) return OutOfTime;
        if (exception is OverloadedException overload) return ExecutionResult.Refused(HttpRefusals.Busy(overload).Error);
        var isAway = DatabaseFailures.IsUnavailable(exception);
        FailureLog.Write(logger, isAway ? LogLevel.Warning : LogLevel.Error, exception);
        return isAway ? NoDatabase : Failed;
    }
}

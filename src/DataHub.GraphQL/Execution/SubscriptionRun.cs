using System.Runtime.CompilerServices;
using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Limits;

namespace DataHub.GraphQL.Execution;

/// <summary>
/// One subscription from its source stream to its end (section 6.2.3). Events are executed one after the other: while an answer waits for
/// its reader, the source is not asked for the next event.
/// </summary>
internal sealed class SubscriptionRun(EngineOptions options, PlannedRequest request, Func<IExecutionContext> open, PlanExecution execution)
{
    private static readonly GraphQLError NoStream =
        new("A subscription must ask for exactly one field that has events.", ErrorCodes.Operation);

    /// <summary>
    /// Sections 6.2.3.1 CreateSourceEventStream and ResolveFieldEventStream. Errors of the resolver are located at the field, as the
    /// reference implementation does it.
    /// </summary>
    public async ValueTask<SubscribeResult> SubscribeAsync(CancellationToken cancellation)
    {
        if (request.Plan.Root.Fields is not [{ Definition.Events: { } events } field]) return Refused([NoStream]);
        var context = open();
        try
        {
            var result = await SubscribeAsync(events, field, context, cancellation);
            var refused = result.Refusal;
            var withheld = await context.ReleaseAsync(new Delivery(DeliveryKind.Nothing, request.Document, refused is null, refused?.Errors ?? []));
            return withheld is null ? result : Refused([withheld]);
        }
        finally
        {
            await CloseAsync(context);
        }
    }

    private async ValueTask<SubscribeResult> SubscribeAsync(
        EventSource events, FieldSelection field, IExecutionContext context, CancellationToken cancellation)
    {
        var life = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            if (execution.Open(request.Plan, field, context) is { } refusal) return SubscribeResult.Refused(refusal);
            if (field.ArgumentError is { } unfit) return Refused(Locate([unfit], field));
            var source = await events.SubscribeAsync(new ResolveContext(field, context, life.Token));
            var responses = MapSourceToResponseEventAsync(source, life, CancellationToken.None);
            life = null;
            return SubscribeResult.Stream(responses);
        }
        catch (GraphQLException exception)
        {
            return Refused(Locate(exception.Errors, field));
        }
        catch (Exception exception) when (!(exception is OperationCanceledException && cancellation.IsCancellationRequested))
        {
            options.OnInternalError?.Invoke(exception, field);
            return Refused(Locate([LevelExecutor.Internal], field));
        }
        finally
        {
            // Only a stream that was handed over lives on.
            if (life is not null) await EndAsync(life);
        }
    }

    private async IAsyncEnumerable<ExecutionResult> MapSourceToResponseEventAsync(
        IAsyncEnumerable<object> source, CancellationTokenSource life, [EnumeratorCancellation] CancellationToken cancellation)
    {
        try
        {
            await using var unsubscribing = cancellation.Register(life.Cancel);
            await using var values = source.GetAsyncEnumerator(life.Token);
            while (await MoveNextAsync(values, life.Token))
            {
                var response = await ExecuteEventAsync(values.Current, life.Token);
                if (response is null) yield break;
                yield return response;
            }
        }
        finally
        {
            await EndAsync(life);
        }
    }

    /// <summary>Section 6.2.3.2: a response stream that is cancelled completes normally.</summary>
    private static async ValueTask<bool> MoveNextAsync(IAsyncEnumerator<object> values, CancellationToken life)
    {
        try
        {
            return !life.IsCancellationRequested && await values.MoveNextAsync() && !life.IsCancellationRequested;
        }
        catch (OperationCanceledException) when (life.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>
    /// Section 6.2.3.2 ExecuteSubscriptionEvent, with a context of its own; null when the stream was cancelled meanwhile. What refuses an
    /// event (a right that was withdrawn since) ends the stream.
    /// </summary>
    private async ValueTask<ExecutionResult?> ExecuteEventAsync(object value, CancellationToken life)
    {
        var context = open();
        try
        {
            var result = await execution.ExecuteAsync(request with { Check = new LimitCheck(options.Limits) }, new EventRows(value), context, life);
            var withheld = await context.ReleaseAsync(new Delivery(DeliveryKind.Event, request.Document, result.HasData, result.Errors));
            if (withheld is not null) throw new GraphQLException(withheld);
            return result.HasData ? result : throw new GraphQLException(result.Errors);
        }
        catch (OperationCanceledException) when (life.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            await CloseAsync(context);
        }
    }

    private static async ValueTask CloseAsync(IExecutionContext context)
    {
        if (context is IAsyncDisposable disposable) await disposable.DisposeAsync();
    }

    private static async ValueTask EndAsync(CancellationTokenSource life)
    {
        await life.CancelAsync();
        life.Dispose();
    }

    private static SubscribeResult Refused(IReadOnlyList<GraphQLError> errors) => SubscribeResult.Refused(ExecutionResult.Refused(errors));

    private static GraphQLError[] Locate(IReadOnlyList<GraphQLError> errors, FieldSelection field) =>
        [.. errors.Select(e => e with { Path = [field.ResponseKey], Locations = [field.Nodes[0].Location] })];
}

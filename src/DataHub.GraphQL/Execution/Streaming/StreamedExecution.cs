using DataHub.GraphQL.Cost;
using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Limits;

namespace DataHub.GraphQL.Execution;

/// <summary>Executes the chunks of a streamed answer and keeps what the end of the answer tells of them all: errors and cost.</summary>
internal sealed class StreamedExecution(EngineOptions options, IExecutionContext context, ExecutionClock clock) : IDisposable
{
    /// <summary>Stands at the end of a list that a null below would have made null.</summary>
    private static readonly GraphQLError MissingBelow =
        new("The list ends here: something is missing below that must not be null.", ErrorCodes.NonNull);

    private List<GraphQLError> errors = [];
    private bool isCut;

    public required IReadOnlyList<OpenList> Lists { get; init; }

    /// <summary>Null when no costs are kept.</summary>
    public required CostTicket? Ticket { get; init; }

    public required PlannedRequest Request { get; init; }

    /// <summary>The response with the first part of its data, which was executed with these groups.</summary>
    public ExecutionResult Begin(IReadOnlyList<ObjectGroup> groups)
    {
        NullPropagation.Run(groups);
        var report = new ErrorReport(options.Limits.MaxErrors);
        report.Add(groups);
        (errors, isCut) = ([.. report.Errors], report.IsCut);
        Ticket?.Add(groups);
        // The headers go before the cost is known: they tell the budget as it is while all that was requested is taken.
        var result = new ExecutionResult(groups[0], report.Errors)
        {
            Options = options,
            Extensions = PlanExecution.Extensions(isCut, Ticket?.Keep()),
        };
        result.Stream = new AnswerStream(this, result);
        return result;
    }

    /// <summary>
    /// Executes the next chunk of a list and writes its items. False at the end of the list, which may come before its time: the errors then
    /// say why.
    /// </summary>
    /// <param name="list">The list.</param>
    /// <param name="chunk">Gets the items; empty.</param>
    /// <param name="sent">Bytes of the answer so far.</param>
    /// <param name="size">The limit on the answer.</param>
    public async ValueTask<bool> TryNextAsync(OpenList list, ResponseBuffer chunk, long sent, (LimitKind Kind, long Max) size)
    {
        if (!list.Rest.HasMore) return false;
        clock.ThrowIfHungUp();
        try
        {
            var groups = await ReadAsync(list);
            if (await context.ReleaseAsync(new Delivery(DeliveryKind.Part, Request.Document, HasData: true, [])) is { } withheld) return End(list, withheld);
            chunk.Max = Math.Max(0, size.Max - sent);
            return TryWrite(list, groups, chunk);
        }
        catch (ResponseTooLargeException exception)
        {
            chunk.Clear();
            return End(list, new LimitExcess(size.Kind, size.Max, sent + exception.Reached, IsAtLeast: true).ToError());
        }
        catch (Exception exception) when (!clock.HasStopped(exception) || clock.HasRunOut)
        {
            return End(list, ErrorOf(exception, list.Field));
        }
    }

    /// <summary>Settles the cost and gives the result its end. Of an answer whose time was over nothing is given back.</summary>
    public void Finish(ExecutionResult result)
    {
        if (clock.HasRunOut) options.OnOutOfTime?.Invoke();
        if (options.Limits.ExecutionTime.Mode == LimitMode.Warn) Request.Check.Allows(LimitKinds.ExecutionTime, clock.Elapsed);
        var cost = clock.HasRunOut ? Ticket?.Keep() : Ticket?.Settle();
        result.End(errors, PlanExecution.Extensions(isCut, cost), PlanExecution.Warn(Request, options));
    }

    public void Dispose() => clock.Dispose();

    private async ValueTask<IReadOnlyList<ObjectGroup>> ReadAsync(OpenList list)
    {
        ThrowIfBroken();
        ResolverContext.Leave();
        var started = list.Rest.NextAsync(clock.Token);
        await context.DispatchAsync(clock.Token);
        var items = await started.AsTask().WaitAsync(clock.Token);
        var executor = new LevelExecutor(options, context, clock);
        await executor.RunAsync([ObjectGroup.OfRest(list.Field, items)]);
        // Of a chunk that was broken into, the client would get the half.
        ThrowIfBroken();
        return executor.Groups;
    }

    private void ThrowIfBroken()
    {
        if (Obstacle() is { } obstacle) throw new GraphQLException(obstacle);
    }

    private bool TryWrite(OpenList list, IReadOnlyList<ObjectGroup> groups, ResponseBuffer chunk)
    {
        NullPropagation.Run(groups);
        Ticket?.AddItems(groups);
        var items = groups[0].Fields[0];
        var isNull = groups[0].IsDead(0) || items.Failure is not null || items.IsNull(0, 0);
        if (!isNull)
        {
            var json = new JsonOutput(chunk);
            ResponseWriter.WriteMoreItems(ref json, items);
            json.Flush();
        }
        Report(list, groups);
        if (isNull) return End(list, MissingBelow);
        list.Items += items.Layers[0].Starts[1];
        return true;
    }

    private void Report(OpenList list, IReadOnlyList<ObjectGroup> groups)
    {
        var report = new ErrorReport(Math.Max(0, options.Limits.MaxErrors - errors.Count));
        report.Add(groups);
        isCut |= report.IsCut;
        foreach (var error in report.Errors) errors.Add(error with { Path = list.Placed(error.Path!) });
    }

    /// <summary>Closes the list where it is. This error is told however many there are.</summary>
    private bool End(OpenList list, GraphQLError error)
    {
        var field = list.Field.Selection;
        errors.Add(error with { Path = list.Placed([field.ResponseKey, 0]), Locations = [.. field.Nodes.Take(1).Select(n => n.Location)] });
        return false;
    }

    /// <summary>Why nothing more is to be read; null when all is well.</summary>
    private GraphQLError? Obstacle() => clock.HasRunOut ? clock.OutOfTime : context.Failure;

    private GraphQLError ErrorOf(Exception exception, FieldResult list)
    {
        if (exception is GraphQLException known) return known.Errors[0];
        if (Obstacle() is { } obstacle) return obstacle;
        options.OnInternalError?.Invoke(exception, list.Selection);
        return LevelExecutor.Internal;
    }
}

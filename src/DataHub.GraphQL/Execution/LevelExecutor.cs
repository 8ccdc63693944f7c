using System.Runtime.CompilerServices;
using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Limits;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Execution;

/// <summary>
/// Executes a plan level by level (sections 6.2 to 6.4), a field at a time for all rows of its level: start all resolvers, dispatch
/// once, await all,
/// complete. The number of resolver calls depends on the plan, never on the data. Once the time is over no resolver is started; what was
/// read by then is completed, and the fields that miss theirs say so.
/// </summary>
internal sealed class LevelExecutor(EngineOptions options, IExecutionContext request, ExecutionClock clock)
{
    /// <summary>All that an answer says of what went wrong inside.</summary>
    public static readonly GraphQLError Internal = new("Internal error", ErrorCodes.Internal);
    private readonly List<ObjectGroup> groups = [];
    private List<OpenList>? openLists;

    /// <summary>True when lists at the root may come in chunks.</summary>
    public bool TakesChunks { get; init; }

    /// <summary>Lists of which more follows than was executed; null when there are none.</summary>
    public IReadOnlyList<OpenList>? OpenLists => openLists;

    /// <summary>All groups of the answer, the root first, parents before their children.</summary>
    public IReadOnlyList<ObjectGroup> Groups => groups;

    public ValueTask RunAsync(OperationPlan plan, RowSet root)
    {
        var group = new ObjectGroup(plan.Root, root);
        groups.Add(group);
        return plan.Operation.Operation == OperationType.Mutation ? RunSeriallyAsync(group) : RunLevelsAsync(group.Fields);
    }

    // Section 6.3.4 Normal and Serial Execution: each root field of a mutation is done, with all below it, before the next starts.
    private async ValueTask RunSeriallyAsync(ObjectGroup root)
    {
        foreach (var field in root.Fields) await RunLevelsAsync([field]);
    }

    /// <summary>Runs what is delivered later, with all below it.</summary>
    public ValueTask RunAsync(IReadOnlyList<ObjectGroup> parts)
    {
        groups.AddRange(parts);
        return RunLevelsAsync([.. parts.SelectMany(p => p.Fields)]);
    }

    // One state machine for all that waits while the host reads: each costs as much as a field.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask RunLevelsAsync(FieldResult[] level)
    {
        while (level.Length > 0)
        {
            var started = Start(level);
            // Null when the host sent what was asked for; else why not: the fields that wait for it share that failure.
            Exception? undelivered = null;
            try
            {
                if (!clock.HasRunOut) await request.DispatchAsync(clock.Token);
            }
            catch (Exception exception) when (!IsCancelled(exception))
            {
                undelivered = exception;
            }
            for (var i = 0; i < started.Length; i++)
                if (level[i].Failure is null) await CompleteAsync(level[i], started[i], undelivered);
            level = NextOf(level);
        }
    }

    private FieldResult[] NextOf(FieldResult[] level)
    {
        var first = groups.Count;
        foreach (var field in level)
            if (field.Children is { } children) groups.AddRange(children.Groups);
        if (groups.Count == first) return [];
        if (groups.Count == first + 1) return groups[first].Fields;
        var next = new List<FieldResult>();
        for (var i = first; i < groups.Count; i++) next.AddRange(groups[i].Fields);
        return [.. next];
    }

    private ValueTask<ResolvedField>[] Start(FieldResult[] level)
    {
        clock.ThrowIfHungUp();
        ResolverContext.Leave();
        var started = new ValueTask<ResolvedField>[level.Length];
        for (var i = 0; i < started.Length; i++)
            if (!TryStart(level[i], out started[i])) started[i] = default;
        return started;
    }

    private bool TryStart(FieldResult field, out ValueTask<ResolvedField> started)
    {
        started = default;
        if (field.Selection.ArgumentError is { } error)
        {
            field.Fail(error);
            return false;
        }
        if (clock.HasRunOut && !IsAtHand(field))
        {
            field.Fail(clock.OutOfTime);
            return false;
        }
        try
        {
            started = Start(field);
            return true;
        }
        catch (Exception exception) when (!IsCancelled(exception))
        {
            Fail(field, exception);
            return false;
        }
    }

    /// <summary>True when nothing has to be asked for to resolve the field.</summary>
    private bool IsAtHand(FieldResult field) =>
        field.Given is not null || field.Selection.Definition.Resolver is not { } resolver || resolver.IsAtHand(field.Selection, request);

    private ValueTask<ResolvedField> Start(FieldResult field)
    {
        if (field.Given is { } given) return new(given);
        var (definition, rows) = (field.Selection.Definition, field.Group.Rows);
        if (definition.Name == MetaFields.TypeName)
            return new(ResolvedField.Leaf(new ConstantColumn<string>(field.Group.Type.Name, rows.Count)));
        return definition.Resolver is { } resolver
            ? resolver.ResolveAsync(
                new ResolveContext(field.Selection, request, clock.Token) { Streams = TakesChunks && field.Group.Origin is null }, rows)
            : new(rows.Read(field.Selection));
    }

    private ValueTask CompleteAsync(FieldResult field, ValueTask<ResolvedField> started, Exception? undelivered)
    {
        if (!started.IsCompletedSuccessfully) return AwaitAsync(field, started, undelivered);
        try
        {
            Complete(field, started.Result);
        }
        catch (Exception exception) when (!IsCancelled(exception))
        {
            Fail(field, exception);
        }
        return default;
    }

    private async ValueTask AwaitAsync(FieldResult field, ValueTask<ResolvedField> started, Exception? undelivered)
    {
        try
        {
            if (started.IsCompleted) Complete(field, await started);
            else if (undelivered is not null) Fail(field, undelivered);
            else Complete(field, await started.AsTask().WaitAsync(clock.Token));
        }
        catch (Exception exception) when (!IsCancelled(exception))
        {
            Fail(field, exception);
        }
    }

    private void Complete(FieldResult field, ResolvedField resolved)
    {
        field.Complete(resolved);
        if (field.Open is { } open) (openLists ??= []).Add(open);
    }

    /// <summary>True when nobody waits for the answer any more: the execution then ends with that.</summary>
    private bool IsCancelled(Exception exception) => clock.HasStopped(exception) && !clock.HasRunOut;

    private void Fail(FieldResult field, Exception exception)
    {
        if (clock.HasStopped(exception))
        {
            field.Fail(clock.OutOfTime);
            return;
        }
        if (exception is GraphQLException known)
        {
            field.Fail(known.Errors[0]);
            return;
        }
        options.OnInternalError?.Invoke(exception, field.Selection);
        field.Fail(Internal);
    }
}

namespace DataHub.GraphQL.Execution;

/// <summary>
/// Answers a field for all parents of its level at once; one row at a time cannot be written. Resolvers of one level run side by
/// side: each starts its work and returns; then the engine calls <see cref="IExecutionContext.DispatchAsync"/> once, so that a host can
/// send everything that was asked for in one round trip; then it awaits them all.
/// </summary>
public abstract class FieldResolver
{
    /// <summary>
    /// Throwing <see cref="Errors.GraphQLException"/> makes the field null for all parents with that error; any other exception is an
    /// internal error whose text stays in the log.
    /// </summary>
    public abstract ValueTask<ResolvedField> ResolveAsync(ResolveContext context, RowSet parents);

    /// <summary>
    /// True when the resolver never gives null where the field's type has none, and fails only because of the field's arguments (thus for
    /// the first parents as for all others) or because what it reads from is away. A list above such a field may be written before it is
    /// whole.
    /// </summary>
    public virtual bool KeepsToType => false;

    /// <summary>
    /// True when the answer was read together with that of another field, so that the resolver has nothing to ask for any more. Such fields
    /// are resolved even when the time is over.
    /// </summary>
    public virtual bool IsAtHand(FieldSelection field, IExecutionContext request) => false;
}

/// <summary>What a resolver may see of the request.</summary>
/// <param name="Field">The field with its arguments and what is asked below it.</param>
/// <param name="Request">The host's own context for the request.</param>
/// <param name="Cancellation">Ends when the client hangs up or the time budget is spent.</param>
public sealed record ResolveContext(FieldSelection Field, IExecutionContext Request, CancellationToken Cancellation)
{
    /// <summary>
    /// True when the request takes an answer that is written while it is executed, and the field stands at the root of a query.
    /// </summary>
    internal bool Streams { get; init; }

    /// <summary>
    /// True when a list right below this field (or the field's own) may be given in chunks, with <see cref="ResolvedField.More"/>: no null
    /// among its items or below them can make null what was written before.
    /// </summary>
    public bool TakesChunksOf(FieldSelection list) => Streams && NullContainment.Holds(list);
}

/// <summary>The host's part of a request: its services, and the moment between two levels.</summary>
public interface IExecutionContext
{
    /// <summary>
    /// Called after all resolvers of a level were started and before they are awaited; also when none has asked for anything.
    /// </summary>
    ValueTask DispatchAsync(CancellationToken cancellation);

    /// <summary>
    /// Why nothing more can be read for this request, to be told to the client; null while all is well. An answer of which a part was sent
    /// ends with it.
    /// </summary>
    Errors.GraphQLError? Failure => null;

    /// <summary>
    /// Called when a part of the answer was executed, or the request refused, and before any of it is given out. What it throws takes the
    /// answer's place; of an answer of which a part was given out it ends the rest. So does an error that it gives: the client is told that, and
    /// nothing of the part. Null: it may be given out.
    /// </summary>
    ValueTask<Errors.GraphQLError?> ReleaseAsync(Delivery delivery) => default;
}

/// <summary>A resolver written as a function.</summary>
public sealed class DelegateResolver(Func<ResolveContext, RowSet, ValueTask<ResolvedField>> resolve) : FieldResolver
{
    public override ValueTask<ResolvedField> ResolveAsync(ResolveContext context, RowSet parents) => resolve(context, parents);
}

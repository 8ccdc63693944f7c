using DataHub.Access;
using DataHub.Audit;
using DataHub.Database;
using DataHub.Database.Walls;
using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Execution;

namespace DataHub.Planning;

/// <summary>One request: who asks, and the statements that answer it.</summary>
public sealed class HubRequest : IExecutionContext, IAsyncDisposable
{
    private readonly GatePass pass;
    private DatabaseUnavailableException? outage;
    private Folding? folded;
    private ulong ahead;
    private int level;
    private SemaphoreSlim? guarded;

    /// <param name="view">The contract as the caller has it.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="pass">For its turn at the database.</param>
    /// <param name="isRehearsal">True when nothing is read: what would be asked for is noted, and never comes.</param>
    internal HubRequest(HubView view, Caller caller, GatePass pass, bool isRehearsal = false)
    {
        (View, Caller, this.pass) = (view, caller, pass);
        Look = new LedgerDraft(view.Hub.Ledger, view.Hub.Partners.Quota, caller);
        Reading = view.Hub.Reading.For(caller.Kind.Kind);
        Session = new SqlSession(Reading, pass)
        {
            IsRehearsal = isRehearsal,
            Caller = caller,
            RowSetting = Reading.HasRole ? RowSetting.Of(caller) : null,
        };
    }

    public Hub Hub => View.Hub;

    /// <summary>The contract as the caller has it: the schema of all that answers the request.</summary>
    public HubView View { get; }

    public Caller Caller { get; }

    /// <summary>Where it reads, as callers of its kind may.</summary>
    public ReadSource Reading { get; }

    /// <summary>Rows that a page right below the root may have, by the client's plan.</summary>
    public int MaxPage => Hub.Budgets.PlanOf(Caller.Client).MaxPage;

    public SqlSession Session { get; }

    /// <summary>What was read before its field was asked for.</summary>
    internal Folding Folded => folded ??= new Folding(this);

    /// <summary>Set once the database did not answer: the request as a whole is then answered with that, not with parts.</summary>
    public DatabaseUnavailableException? Outage => outage ?? Session.Outage ?? pass.Refusal;

    /// <summary>
    /// Set when more is read of the database's moment than the levels of the plan tell: it is then kept until the request is disposed of.
    /// </summary>
    internal bool KeepsMoment { get; set; }

    /// <summary>What is executed; null before it was planned.</summary>
    public OperationPlan? Plan
    {
        get;
        set
        {
            field = value;
            if (value is not null && !Session.IsRehearsal) Look.Begin(value);
        }
    }

    /// <summary>What the request has to enter into the ledger.</summary>
    public LedgerDraft Look { get; }

    /// <inheritdoc/>
    public async ValueTask<GraphQLError?> ReleaseAsync(Delivery delivery)
    {
        if (Session.IsRehearsal) return null;
        var isOutage = Outage is not null;
        // While the answer waits for its entry others may read.
        await Session.PauseAsync();
        return await Look.ReleaseAsync(delivery, isOutage);
    }

    /// <inheritdoc/>
    public GraphQLError? Failure => Outage is null ? null : new GraphQLError(Outage.Message, DatabaseUnavailableException.Code);

    /// <summary>
    /// Runs something that reads from the database by itself; that it is away is noted like for the request's own statements. What failed
    /// because its connection had been lost is run once more.
    /// </summary>
    public Task<T> ReadAsync<T>(Func<Task<T>> read, CancellationToken cancellation) => GuardAsync(() => SecondTry.ReadAsync(read), cancellation);

    /// <summary>Runs something that changes the database; that it is away is noted like for the request's own statements.</summary>
    public async Task<T> GuardAsync<T>(Func<Task<T>> work, CancellationToken cancellation)
    {
        if (Session.IsRehearsal) return await new TaskCompletionSource<T>().Task;
        // One at a time: aliases of one request must not take the pool from the others.
        var one = LazyInitializer.EnsureInitialized(ref guarded, static () => new SemaphoreSlim(1, 1));
        await one.WaitAsync(cancellation);
        try
        {
            await pass.EnterAsync(cancellation);
            return await work();
        }
        catch (Exception exception) when (
            !cancellation.IsCancellationRequested && DatabaseUnavailableException.Translate(exception) is DatabaseUnavailableException outage)
        {
            this.outage = outage;
            throw outage;
        }
        finally
        {
            one.Release();
        }
    }

    public ValueTask DispatchAsync(CancellationToken cancellation)
    {
        // The root's fields, when they have started, tell which levels below them are still to come.
        if (level == 0) ahead = Plan is null ? ulong.MaxValue : LevelsAhead.Of(Plan, Folded);
        level = Math.Min(level + 1, 63);
        return Session.DispatchAsync(moreFollow: KeepsMoment || ahead >> level != 0, cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        guarded?.Dispose();
        await Session.DisposeAsync();
        pass.Dispose();
        Look.Close(Outage is not null);
    }
}

using DataHub.Access;
using DataHub.Database;
using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Execution;

namespace DataHub.Planning;

/// <summary>One request: who asks, and the statements that answer it.</summary>
public sealed class HubRequest(Hub hub, Caller caller) : IExecutionContext, IAsyncDisposable
{
    private Folding? folded;
    private ulong ahead;
    private int level;
    private SemaphoreSlim? guarded;

    public Hub Hub { get; } = hub;

    public Caller Caller { get; } = caller;

    /// <summary>Rows that a page right below the root may have, by the client's plan.</summary>
    public int MaxPage => Hub.Budgets.Settings.PlanOf(Caller.Client).MaxPage;

    public SqlSession Session { get; } = new(hub.Reading);

    /// <summary>What was read before its field was asked for.</summary>
    internal Folding Folded => folded ??= new Folding(this);

    /// <summary>Set once the database did not answer: the request as a whole is then answered with that, not with parts.</summary>
    public DatabaseUnavailableException? Outage { get; private set; }

    /// <inheritdoc/>
    public GraphQLError? Failure => Outage is null ? null : new GraphQLError(Outage.Message, DatabaseUnavailableException.Code);

    /// <summary>Runs something that talks to the database by itself; that it is away is noted like for the request's own statements.</summary>
    public async Task<T> GuardAsync<T>(Func<Task<T>> work)
    {
        // One at a time: aliases of one request must not take the pool from the others.
        var one = LazyInitializer.EnsureInitialized(ref guarded, static () => new SemaphoreSlim(1, 1));
        await one.WaitAsync();
        try
        {
            return await work();
        }
        catch (Exception exception) when (DatabaseUnavailableException.Translate(exception) is DatabaseUnavailableException outage)
        {
            Outage = outage;
            throw outage;
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>
    /// Set when more is read of the database's moment than the levels of the plan tell: it is then kept until the request is disposed of.
    /// </summary>
    internal bool KeepsMoment { get; set; }

    /// <summary>What is executed; null before it was planned.</summary>
    public OperationPlan? Plan { get; set; }

    public async ValueTask DispatchAsync(CancellationToken cancellation)
    {
        // The root's fields, when they have started, tell which levels below them are still to come.
        if (level == 0) ahead = Plan is null ? ulong.MaxValue : LevelsAhead.Of(Plan, Folded);
        level = Math.Min(level + 1, 63);
        await Session.DispatchAsync(moreFollow: KeepsMoment || ahead >> level != 0, cancellation);
        Outage ??= Session.Outage;
    }

    public ValueTask DisposeAsync()
    {
        guarded?.Dispose();
        return Session.DisposeAsync();
    }
}

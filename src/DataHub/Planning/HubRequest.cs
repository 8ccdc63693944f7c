using DataHub.Access;
using DataHub.Database;
using DataHub.GraphQL.Execution;

namespace DataHub.Planning;

/// <summary>One request: who asks, and the statements that answer it.</summary>
/// <param name="hub">The hub.</param>
/// <param name="caller">Who asks.</param>
/// <param name="isRehearsal">True when nothing is read: what would be asked for is noted, and never comes.</param>
public sealed class HubRequest(Hub hub, Caller caller, bool isRehearsal = false) : IExecutionContext, IAsyncDisposable
{
    private Folding? folded;
    private ulong ahead;
    private int level;
    private readonly SemaphoreSlim guarded = new(1, 1);

    public Hub Hub { get; } = hub;

    public Caller Caller { get; } = caller;

    public SqlSession Session { get; } = new(hub.Reading) { IsRehearsal = isRehearsal };

    /// <summary>What was read before its field was asked for.</summary>
    internal Folding Folded => folded ??= new Folding(this);

    /// <summary>Set once the database did not answer: the request as a whole is then answered with that, not with parts.</summary>
    public DatabaseUnavailableException? Outage { get; private set; }

    /// <summary>Runs something that talks to the database by itself; that it is away is noted like for the request's own statements.</summary>
    public async Task<T> GuardAsync<T>(Func<Task<T>> work)
    {
        if (isRehearsal) return await new TaskCompletionSource<T>().Task;
        // One at a time: aliases of one request must not take the pool from the others.
        await guarded.WaitAsync();
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
            guarded.Release();
        }
    }

    /// <summary>What is executed; null before it was planned.</summary>
    public OperationPlan? Plan { get; set; }

    public async ValueTask DispatchAsync(CancellationToken cancellation)
    {
        // The root's fields, when they have started, tell which levels below them are still to come.
        if (level == 0) ahead = Plan is null ? ulong.MaxValue : LevelsAhead.Of(Plan, Folded);
        level = Math.Min(level + 1, 63);
        await Session.DispatchAsync(moreFollow: ahead >> level != 0, cancellation);
        Outage ??= Session.Outage;
    }

    public ValueTask DisposeAsync()
    {
        guarded.Dispose();
        return Session.DisposeAsync();
    }
}

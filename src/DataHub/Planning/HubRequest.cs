using DataHub.Access;
using DataHub.Database;
using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Execution;

namespace DataHub.Planning;

/// <summary>One request: who asks, and the statements that answer it.</summary>
public sealed class HubRequest(Hub hub, Caller caller) : IExecutionContext, IAsyncDisposable
{
    private readonly SemaphoreSlim guarded = new(1, 1);

    public Hub Hub { get; } = hub;

    public Caller Caller { get; } = caller;

    /// <summary>Rows that a page right below the root may have, by the client's plan.</summary>
    public int MaxPage => Hub.Budgets.Settings.PlanOf(Caller.Client).MaxPage;

    public SqlSession Session { get; } = new(hub.DataSource);

    /// <summary>Set once the database did not answer: the request as a whole is then answered with that, not with parts.</summary>
    public DatabaseUnavailableException? Outage { get; private set; }

    /// <inheritdoc/>
    public GraphQLError? Failure => Outage is null ? null : new GraphQLError(Outage.Message, DatabaseUnavailableException.Code);

    /// <summary>Runs something that talks to the database by itself; that it is away is noted like for the request's own statements.</summary>
    public async Task<T> GuardAsync<T>(Func<Task<T>> work)
    {
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

    public async ValueTask DispatchAsync(CancellationToken cancellation)
    {
        await Session.DispatchAsync(cancellation);
        Outage ??= Session.Outage;
    }

    public ValueTask DisposeAsync()
    {
        guarded.Dispose();
        return Session.DisposeAsync();
    }
}

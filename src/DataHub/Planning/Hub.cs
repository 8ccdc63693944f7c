using DataHub.Access;
using DataHub.Access.Budgets;
using DataHub.Changes;
using DataHub.Database;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Limits;
using DataHub.GraphQL.Types;
using DataHub.Shared.Ids;
using DataHub.Shared.Secrets;
using Npgsql;

namespace DataHub.Planning;

/// <summary>The hub as it runs: contract, engine, bindings and the database they read. Made once; safe for use by many requests at once.</summary>
public sealed class Hub : IAsyncDisposable
{
    internal Hub(HubParts parts, Schema schema, IReadOnlyDictionary<string, TableType> types, (ContractLists Lists, ConnectionAggregates Aggregates) lists)
    {
        (DataSource, Keys, Time) = (parts.DataSource, parts.Keys, parts.Time);
        Reading = parts.Reading ?? new ReadSource(parts.DataSource, IsRepeatableRead: false);
        (Schema, Types, Lists, Aggregates) = (schema, types, lists.Lists, lists.Aggregates);
        (Ids, Cursors, Protector) = (new NodeIds(parts.Keys), new Cursors(parts.Keys), new Protector(parts.Keys));
        Rules = new AccessRules(schema);
        var checks = new PlanChecks(Rules);
        Gate = new RequestGate(parts.Database, parts.Time);
        Changes = new ChangeFeed(parts.Upkeep ?? parts.DataSource, parts.Listening ?? parts.DataSource, parts.Changes, failure => parts.OnError(failure, null));
        Budgets = new ClientBudgets(parts.Time);
        Engine = new GraphQLEngine(schema, new EngineOptions
        {
            Authorize = (plan, context) => checks.Check(plan, (HubRequest)context),
            Budget = new CallerBudget(Budgets),
            Time = parts.Time,
            Limits = parts.Limits,
            OnLimitWarning = parts.OnLimitWarning,
            IncrementalDelivery = parts.IncrementalDelivery,
            Plans = new HubPlans(parts.TellsPlansToAll),
            OnInternalError = (exception, field) =>
            {
                // Refusals are counted; under load the log is not to fill with them.
                if (exception is not OverloadedException) parts.OnError(exception, field?.Definition.Coordinate);
            },
            OnOutOfTime = () => DatabaseMetrics.TimedOut.Add(1),
        });
    }

    public NpgsqlDataSource DataSource { get; }

    /// <summary>Where requests wait for the database.</summary>
    public RequestGate Gate { get; }

    /// <summary>Where requests read from, each as its kind of consumers may.</summary>
    public ReadSource Reading { get; }

    public HubKeys Keys { get; }

    public TimeProvider Time { get; }

    public Schema Schema { get; }

    public GraphQLEngine Engine { get; }

    public AccessRules Rules { get; }

    /// <summary>What clients may spend; the default plan for all until the host sets another.</summary>
    public ClientBudgets Budgets { get; }

    public NodeIds Ids { get; }

    public Cursors Cursors { get; }

    public Protector Protector { get; }

    /// <summary>Where subscriptions come from.</summary>
    public ChangeFeed Changes { get; }

    /// <summary>What conditions and orders of lists mean.</summary>
    internal ContractLists Lists { get; }

    /// <summary>Figures over whole lists.</summary>
    internal ConnectionAggregates Aggregates { get; }

    /// <summary>Table-backed types by SDL name.</summary>
    public IReadOnlyDictionary<string, TableType> Types { get; }

    /// <summary>A request's context; to be disposed when its answer is written.</summary>
    public HubRequest Open(Caller caller) => Open(caller, isEvent: false);

    /// <summary>The context of the answer to an event, for a subscriber.</summary>
    public HubRequest OpenForEvent(Caller caller) => Open(caller, isEvent: true);

    /// <summary>A context in which nothing is read: what would be asked for is noted, and never comes.</summary>
    internal HubRequest Rehearse(Caller caller) => new(this, caller, new GatePass(Gate, new GateKey(caller.Client, IsEvent: false)), isRehearsal: true);

    private HubRequest Open(Caller caller, bool isEvent) => new(this, caller, new GatePass(Gate, new GateKey(caller.Client, isEvent)));

    /// <summary>Ends the subscriptions.</summary>
    public ValueTask DisposeAsync() => Changes.DisposeAsync();
}

/// <summary>What the hub is made of.</summary>
/// <param name="DataSource">The database, for requests.</param>
/// <param name="Keys">The hub's keys.</param>
/// <param name="Time">The clock.</param>
/// <param name="OnError">Receives what went wrong inside a resolver, with the field's coordinate where one is known; for the log.</param>
public sealed record HubParts(NpgsqlDataSource DataSource, HubKeys Keys, TimeProvider Time, Action<Exception, string?> OnError)
{
    /// <summary>
    /// For the one connection that waits for changes, so that it takes none from the requests; null: one of <see cref="DataSource"/>.
    /// </summary>
    public NpgsqlDataSource? Listening { get; init; }

    /// <summary>
    /// For what is not a request's, so that neither keeps the other waiting: events that a subscriber has missed. Null: <see cref="DataSource"/>.
    /// </summary>
    public NpgsqlDataSource? Upkeep { get; init; }

    /// <summary>How many requests the database works for at once.</summary>
    public DatabaseSettings Database { get; init; } = new();

    /// <summary>Whether every caller may ask for plans, and not stewards alone: SQL is nothing to show to the world.</summary>
    public bool TellsPlansToAll { get; init; }

    /// <summary>Where requests read from; null: <see cref="DataSource"/>.</summary>
    public ReadSource? Reading { get; init; }

    /// <summary>How changes are told.</summary>
    public ChangeSettings Changes { get; init; } = new();

    /// <summary>What one request may cost.</summary>
    public OperationLimits Limits { get; init; } = new();

    /// <summary>Receives what a limit that only warns let through; for the log.</summary>
    public Action<LimitExcess>? OnLimitWarning { get; init; }

    /// <summary>Whether the contract has <c>@defer</c> and <c>@stream</c>.</summary>
    public bool IncrementalDelivery { get; init; }
}

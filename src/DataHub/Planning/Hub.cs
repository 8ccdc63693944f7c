using DataHub.Access;
using DataHub.Access.Budgets;
using DataHub.Audit;
using DataHub.Changes;
using DataHub.Database;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Limits;
using DataHub.GraphQL.Types;
using DataHub.Partners;
using DataHub.Rights;
using DataHub.Shared.Ids;
using DataHub.Shared.Secrets;
using Npgsql;

namespace DataHub.Planning;

/// <summary>The hub as it runs: contract, engine, bindings and the database they read. Made once; safe for use by many requests at once.</summary>
public sealed class Hub : IAsyncDisposable
{
    // As many as one engine keeps by itself: views have no documents in common, and their callers come in turns.
    private readonly DocumentCache documents = new(maxDocuments: 500, maxCharacters: 1_000_000);
    private readonly HubViews views;
    private readonly EngineOptions options;
    private readonly Bindings whole;

    /// <param name="parts">What the hub is made of.</param>
    /// <param name="whole">The whole contract, with bindings that keep nothing from anybody.</param>
    /// <param name="rules">Its rules.</param>
    /// <param name="bind">Makes the schema of a permission set, with its bindings.</param>
    internal Hub(HubParts parts, Bindings whole, AccessRules rules, Func<ViewRights, Bindings> bind)
    {
        (DataSource, Keys, Time) = (parts.DataSource, parts.Keys, parts.Time);
        Reading = parts.Reading ?? new ReadSource(parts.DataSource, IsRepeatableRead: false);
        (Schema, Rules) = (whole.Schema, rules);
        (Ids, Cursors, Protector) = (new NodeIds(parts.Keys), new Cursors(parts.Keys), new Protector(parts.Keys));
        Tokens = new FieldTokens(parts.Keys);
        Gate = new RequestGate(parts.Database, parts.Time);
        Changes = new ChangeFeed(parts.Upkeep ?? parts.DataSource, parts.Listening ?? parts.DataSource, parts.Changes, failure => parts.OnError(failure, null));
        Budgets = new ClientBudgets(parts.Time);
        Partners = new PartnerServices(parts, Budgets);
        Ledger = new Ledger(parts.Ledger ?? new LedgerParts(parts.Upkeep ?? parts.DataSource, LedgerPlace.Passing())
        {
            Time = parts.Time,
            OnError = exception => parts.OnError(exception, null),
        });
        AllowsIncrementalDelivery = parts.IncrementalDelivery;
        (options, this.whole) = (Options(parts), whole);
        views = new HubViews(rights => new HubView(this, rights, bind(rights), options), rules, documents);
    }

    public NpgsqlDataSource DataSource { get; }

    /// <summary>Where requests wait for the database.</summary>
    public RequestGate Gate { get; }

    /// <summary>Where requests read from, each as its kind of consumers may.</summary>
    public ReadSource Reading { get; }

    public HubKeys Keys { get; }

    public TimeProvider Time { get; }

    /// <summary>The whole contract, whoever may have what of it; answers are made by the schema of the request's view.</summary>
    public Schema Schema { get; }

    /// <summary>Who may have what.</summary>
    public AccessRules Rules { get; }

    /// <summary>Whether the contract has <c>@defer</c> and <c>@stream</c>.</summary>
    public bool AllowsIncrementalDelivery { get; }

    /// <summary>How many views are kept.</summary>
    public int ViewCount => views.Count;

    /// <summary>What clients may spend; the default plan for all until the host sets another.</summary>
    public ClientBudgets Budgets { get; }

    /// <summary>Who may ask, and how much of it.</summary>
    public PartnerServices Partners { get; }

    public NodeIds Ids { get; }

    public Cursors Cursors { get; }

    public Protector Protector { get; }

    /// <summary>Stand-ins for values.</summary>
    public FieldTokens Tokens { get; }

    /// <summary>Persons whose data goes to few; to be read anew now and then.</summary>
    public required Restrictions Restrictions { get; init; }

    /// <summary>Where every look is entered.</summary>
    public Ledger Ledger { get; }

    /// <summary>Where subscriptions come from.</summary>
    public ChangeFeed Changes { get; }

    /// <summary>The contract as the caller has it.</summary>
    public HubView For(Caller caller) => views.For(caller);

    /// <summary>The whole contract, with no check and no mask: what PostgreSQL alone keeps from somebody is found out with it.</summary>
    internal HubView Unchecked(Caller caller) => new(this, new ViewRights(Rules, caller.Scopes, caller.Purpose), whole, options);

    /// <summary>A request's context; to be disposed when its answer is written.</summary>
    public HubRequest Open(Caller caller) => Open(For(caller), caller, isEvent: false);

    /// <summary>A context in which nothing is read: what would be asked for is noted, and never comes.</summary>
    internal HubRequest Rehearse(HubRequest request) =>
        new(request.View, request.Caller, new GatePass(Gate, new GateKey(request.Caller.Client, IsEvent: false)), isRehearsal: true);

    internal HubRequest Open(HubView view, Caller caller, bool isEvent) =>
        new(view, caller, new GatePass(Gate, new GateKey(caller.Client, isEvent)));

    private EngineOptions Options(HubParts parts) => new()
    {
        Documents = documents,
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
    };

    /// <summary>Ends the subscriptions, and enters and writes what still waits for it.</summary>
    public async ValueTask DisposeAsync()
    {
        await Changes.DisposeAsync();
        await Ledger.DisposeAsync();
        await Partners.DisposeAsync();
    }
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

    /// <summary>What the ledger is made of; null: one over <see cref="DataSource"/> of which nothing stays outside the database.</summary>
    public LedgerParts? Ledger { get; init; }

    /// <summary>How changes are told.</summary>
    public ChangeSettings Changes { get; init; } = new();

    /// <summary>How partners are kept in mind.</summary>
    public PartnerSettings Partners { get; init; } = new();

    /// <summary>Receives look-ups that look like guessing; for the log.</summary>
    public Action<Alarm>? OnAlarm { get; init; }

    /// <summary>What one request may cost.</summary>
    public OperationLimits Limits { get; init; } = new();

    /// <summary>Receives what a limit that only warns let through; for the log.</summary>
    public Action<LimitExcess>? OnLimitWarning { get; init; }

    /// <summary>Whether the contract has <c>@defer</c> and <c>@stream</c>.</summary>
    public bool IncrementalDelivery { get; init; }
}

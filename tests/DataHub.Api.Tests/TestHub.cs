using DataHub.Access;
using DataHub.Access.Budgets;
using DataHub.Api.Http;
using DataHub.Api.Tests.Subscriptions;
using DataHub.Database;
using DataHub.GraphQL.Cost;
using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Limits;
using DataHub.GraphQL.Types;
using Npgsql;

namespace DataHub.Api.Tests;

/// <summary>A small schema on the real engine, so that the host can be asked without the hub's tables.</summary>
public sealed class TestHub : IGraphQLService
{
    public static readonly string[] Scopes =
        ["REGISTRY_READ", "CREDIT_READ", "KUR_DECIDE", "TRAINING_READ", "PROGRAMME_READ", "MARKET_READ",
            "SELLER_VERIFY", "RESEARCH_READ", "SELF_READ", "STEWARD_ALL"];

    private const string Sdl = """
        type Query {
          hello(name: String = "world"): String!
          who: Who!
          missing: String!
          broken: String
          slow: String
          database: Int
          rows(first: Int!): [Row!]! @listSize(slicingArguments: ["first"])
          long(first: Int!, lostAt: Int): [Row!]! @listSize(slicingArguments: ["first"])
        }
        type Row { number: Int }
        directive @cost(weight: String!) on ARGUMENT_DEFINITION | ENUM | FIELD_DEFINITION | INPUT_FIELD_DEFINITION | OBJECT | SCALAR
        directive @listSize(
          assumedSize: Int, slicingArguments: [String!], sizedFields: [String!], requireOneSlicingArgument: Boolean = true
        ) on FIELD_DEFINITION
        type Who { client: String! subject: String! organisation: String scopes: [String!]! purpose: String! person: Int friend: Who }
        type Mutation { count: Int!, tick(number: Int!): Int! }
        type Subscription { ticked: Tick!, flooded(size: Int!): String!, refused: Int, broken: Int }
        type Tick { number: Int!, client: String!, fails: String, waits: String, sleeps: String }
        """;

    private readonly GraphQLEngine engine;
    private readonly NpgsqlDataSource database;
    private int mutations;
    private int reads;

    /// <param name="database">What the field <c>database</c> reads.</param>
    /// <param name="budgets">Null: answers cost nothing and say nothing of it.</param>
    /// <param name="limits">Of the engine; null: as they are by themselves.</param>
    public TestHub(NpgsqlDataSource database, ClientBudgets? budgets, OperationLimits? limits = null)
    {
        this.database = database;
        var schema = SchemaBuilder.Build([new Source(Sdl, "test.graphql")]);
        Bind(schema, schema.Query, "hello", (context, _) => ValueTask.FromResult<string?>($"Hello {context.Field.Arguments["name"]}"));
        Bind(schema, schema.Query, "who", (_, request) => ValueTask.FromResult<Who?>(Who.Of(request.Caller)));
        Bind(schema, schema.Query, "missing", (_, _) => ValueTask.FromResult<string?>(null));
        Bind<string>(schema, schema.Query, "broken", (_, _) =>
            throw new InvalidOperationException("secret of the inside: select * from registry.person"));
        Bind(schema, schema.Query, "slow", async (context, _) =>
        {
            await Task.Delay(Timeout.Infinite, context.Cancellation);
            return "never";
        });
        Bind<object>(schema, schema.Query, "database", async (context, request) => await ReadDatabaseAsync(context, request));
        Bind<object>(schema, schema.Mutation!, "count", (_, _) => ValueTask.FromResult<object?>(Interlocked.Increment(ref mutations)));
        // Sends an event, and says to how many.
        Bind<object>(schema, schema.Mutation!, "tick", (context, _) =>
        {
            Events.Send(context.Field.Argument<int>("number"));
            return ValueTask.FromResult<object?>(Events.Subscribers);
        });
        BindEvents(schema);
        Bind(schema, schema.Query, "rows", (context, _) =>
        {
            Interlocked.Increment(ref reads);
            return ValueTask.FromResult<Row[]?>(Enumerable.Repeat(new Row(1), Math.Min(3, context.Field.Argument<int>("first"))).ToArray());
        });
        schema.Query.Field("long")!.Resolver = LongList;
        engine = new GraphQLEngine(schema, new EngineOptions
        {
            IncrementalDelivery = true,
            Budget = budgets is null ? null : new Budget(budgets),
            Limits = limits ?? new OperationLimits(),
        });
    }

    /// <summary>How many mutations have run.</summary>
    public int Mutations => mutations;

    /// <summary>Where the events of subscriptions come from.</summary>
    public TestEvents Events { get; } = new();

    /// <summary>How often <c>rows</c>, of which there are three, were read.</summary>
    public int Reads => reads;

    /// <summary>The list that is given in chunks.</summary>
    public LongList LongList { get; } = new();

    /// <summary>How many contexts of answers that may come in several payloads, or are executed while they are written, were disposed.</summary>
    public int Disposed { get; private set; }

    public PreparedDocument Prepare(string text, Caller caller) => engine.Prepare(text);

    public PreparedDocument Check(string text) => engine.Prepare(text);

    public async ValueTask<ExecutionResult> ExecuteAsync(
        PreparedDocument document, OperationRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var context = new RequestContext(caller) { OnDispose = () => Disposed++ };
        var result = await engine.ExecuteAsync(document, request, context, cancellationToken);
        result.Stream?.Own(context);
        return context.Failure is null ? result : throw context.Failure;
    }

    public async ValueTask<IncrementalAnswer?> ExecuteIncrementallyAsync(
        PreparedDocument document, OperationRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var context = new RequestContext(caller) { OnDispose = () => Disposed++ };
        return new IncrementalAnswer(await engine.ExecuteIncrementallyAsync(document, request, context, cancellationToken), context);
    }

    public ValueTask<SubscribeResult> SubscribeAsync(
        PreparedDocument document, OperationRequest request, Caller caller, CancellationToken cancellationToken) =>
        engine.SubscribeAsync(document, request, () => new RequestContext(caller), cancellationToken);

    private void BindEvents(Schema schema)
    {
        foreach (var field in schema.Subscription!.Fields)
        {
            field.Events = Events;
            field.Resolver = new DelegateResolver((context, root) => new(((EventRows)root).Event is int number
                ? ObjectRowSet.Resolve([new Tick(number, ((RequestContext)context.Request).Caller.Client)], field, schema)
                : ObjectRowSet.Resolve([(string)((EventRows)root).Event], field, schema)));
        }
        var tick = (ObjectType)schema.Type("Tick")!;
        Bind<string>(schema, tick, "fails", (_, _) => throw new GraphQLException(new GraphQLError("Consent is missing.", "CONSENT_REQUIRED")));
        Bind(schema, tick, "waits", async (context, _) =>
        {
            await Task.Delay(Timeout.Infinite, context.Cancellation);
            return "never";
        });
        Bind(schema, tick, "sleeps", async (context, _) =>
        {
            await using var command = database.CreateCommand("select pg_sleep(60)");
            await command.ExecuteScalarAsync(context.Cancellation);
            return "never";
        });
    }

    private async ValueTask<object?> ReadDatabaseAsync(ResolveContext context, RequestContext request)
    {
        try
        {
            await using var command = database.CreateCommand("select 1");
            return await command.ExecuteScalarAsync(context.Cancellation);
        }
        catch (NpgsqlException exception) when (DatabaseFailures.IsUnavailable(exception))
        {
            request.Failure = new DatabaseUnavailableException(exception);
            throw;
        }
    }

    private static void Bind<T>(Schema schema, ObjectType type, string name, Func<ResolveContext, RequestContext, ValueTask<T?>> resolve)
        where T : class
    {
        var field = type.Fields.Single(f => f.Name == name);
        field.Resolver = new DelegateResolver(async (context, _) =>
        {
            var value = await resolve(context, (RequestContext)context.Request);
            return value is int number
                ? ObjectRowSet.Resolve([number], field, schema)
                : ObjectRowSet.Resolve([value], field, schema);
        });
    }

    private sealed record Tick(int Number, string Client);

    private sealed record Who(string Client, string Subject, string? Organisation, string[] Scopes, string Purpose, int? Person)
    {
        public static Who Of(Caller caller) => new(
            caller.Client, caller.Subject, caller.Organisation, [.. caller.Scopes.Order(StringComparer.Ordinal)],
                caller.Purpose, (int?)caller.PersonId);
    }

    private sealed record Row(int Number);

    private sealed class Budget(ClientBudgets budgets) : CostBudget
    {
        public override bool TryTake(double cost, IExecutionContext request, out CostBalance balance) =>
            budgets.TryTake(((RequestContext)request).Caller.Client, cost, out balance);

        public override CostBalance Return(double cost, IExecutionContext request) =>
            budgets.Return(((RequestContext)request).Caller.Client, cost);
    }

    private sealed class RequestContext(Caller caller) : IExecutionContext, IAsyncDisposable
    {
        public Action? OnDispose { get; init; }

        public ValueTask DisposeAsync()
        {
            OnDispose?.Invoke();
            return ValueTask.CompletedTask;
        }

        public Caller Caller => caller;

        public DatabaseUnavailableException? Failure { get; set; }

        GraphQLError? IExecutionContext.Failure => Failure is null ? null : new GraphQLError(Failure.Message, DatabaseUnavailableException.Code);

        public ValueTask DispatchAsync(CancellationToken cancellation) => ValueTask.CompletedTask;
    }
}

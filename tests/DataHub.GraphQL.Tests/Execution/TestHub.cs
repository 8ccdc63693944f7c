using System.Buffers;
using System.Text;
using System.Text.Json;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Tests.Execution;

/// <summary>An engine over a small schema whose fields are answered from C# values; counts what the executor asks of its host.</summary>
internal sealed class TestHub(string sdl, EngineOptions? options = null) : IExecutionContext
{
    private readonly Dictionary<string, int> calls = [];
    private GraphQLEngine? engine;

    public Schema Schema { get; } = SchemaBuilder.Build([new Source(sdl, "test.graphql")]);

    public GraphQLEngine Engine => engine ??= new GraphQLEngine(Schema, options ?? new EngineOptions());

    public int Dispatches { get; private set; }

    public Func<Task>? OnDispatch { get; set; }

    public async ValueTask DispatchAsync(CancellationToken cancellation)
    {
        Dispatches++;
        if (OnDispatch is not null) await OnDispatch();
    }

    public int Calls(string coordinate) => calls.GetValueOrDefault(coordinate);

    public FieldDefinition Field(string coordinate)
    {
        var parts = coordinate.Split('.');
        return ((FieldsType)Schema.Type(parts[0])!).Field(parts[1])!;
    }

    public TestHub Resolve(string coordinate, Func<ResolveContext, RowSet, ValueTask<ResolvedField>> resolve)
    {
        Field(coordinate).Resolver = new DelegateResolver((context, parents) =>
        {
            calls[coordinate] = Calls(coordinate) + 1;
            return resolve(context, parents);
        });
        return this;
    }

    /// <summary>The same value for every parent.</summary>
    public TestHub Value<T>(string coordinate, T value) => From(coordinate, _ => value);

    /// <summary>The same value for every parent, made from the field's arguments.</summary>
    public TestHub From<T>(string coordinate, Func<FieldSelection, T> value) =>
        Resolve(coordinate, (context, parents) =>
            new(ObjectRowSet.Resolve(Enumerable.Repeat(value(context.Field), parents.Count).ToArray(), Field(coordinate), Schema)));

    /// <summary>A value for each parent object.</summary>
    public TestHub Each<TParent, T>(string coordinate, Func<TParent, T> value) where TParent : class =>
        Resolve(coordinate, (_, parents) => new(ObjectRowSet.Resolve(
            ((ObjectRowSet<TParent>)parents).Items.Select(value).ToArray(), Field(coordinate), Schema)));

    public async Task<ExecutionResult> ExecuteAsync(
        string query,
        string? variables = null,
        string? operation = null,
        Explanation explain = Explanation.None,
        CancellationToken cancellation = default)
    {
        var request = new OperationRequest
        {
            OperationName = operation,
            Explain = explain,
            Variables = variables is null ? null : JsonDocument.Parse(variables).RootElement,
        };
        return await Engine.ExecuteAsync(Engine.Prepare(query), request, this, cancellation);
    }

    /// <summary>The response as it goes over the wire.</summary>
    public async Task<string> AnswerAsync(string query, string? variables = null, string? operation = null) =>
        Json(await ExecuteAsync(query, variables, operation));

    /// <summary>The text of <c>data</c>, in which nothing went wrong.</summary>
    public async Task<string> DataAsync(string query, string? variables = null)
    {
        var answer = await AnswerAsync(query, variables);
        Assert.StartsWith("{\"data\":", answer, StringComparison.Ordinal);
        return answer["{\"data\":".Length..^1];
    }

    /// <summary>Each error as <c>path: message</c>; requests refused have no path.</summary>
    public async Task<IReadOnlyList<string>> ErrorsAsync(string query, string? variables = null)
    {
        var result = await ExecuteAsync(query, variables);
        return result.Errors.Select(e => (e.Path is null ? "" : string.Join('.', e.Path) + ": ") + e.Message).ToArray();
    }

    public static string Json(ExecutionResult result)
    {
        var buffer = new ArrayBufferWriter<byte>();
        result.WriteTo(buffer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}

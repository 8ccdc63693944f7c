using System.Buffers;
using System.Text.Json;
using DataHub.Access;
using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Execution;
using DataHub.Planning;

namespace DataHub.Testing;

/// <summary>A subscription to a hub, without a transport. Waiting for an event that does not come fails.</summary>
public sealed class Subscriber : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly CancellationTokenSource life = new();
    private IAsyncEnumerator<ExecutionResult>? responses;
    private bool isDisposed;

    private Subscriber()
    {
    }

    /// <summary>Codes of what refused the subscription; empty when it stands.</summary>
    public IReadOnlyList<string> Refusal { get; private set; } = [];

    public static async Task<Subscriber> OpenAsync(Hub hub, string document, Caller caller, object? variables = null)
    {
        var subscriber = new Subscriber();
        var view = hub.For(caller);
        var result = await view.Engine.SubscribeAsync(
            view.Engine.Prepare(document),
            new OperationRequest { Variables = variables is null ? null : JsonSerializer.SerializeToElement(variables) },
            () => view.Open(caller, isEvent: false),
            subscriber.life.Token);
        subscriber.Refusal = [.. result.Refusal?.Errors.Select(error => error.Code) ?? []];
        subscriber.responses = result.Responses?.GetAsyncEnumerator();
        return subscriber;
    }

    /// <summary>The data of the next event; null when the stream ended well. Throws what ended it otherwise.</summary>
    public async Task<JsonElement?> NextAsync()
    {
        if (responses is null) throw new InvalidOperationException($"The subscription was refused: {string.Join(", ", Refusal)}.");
        if (!await responses.MoveNextAsync().AsTask().WaitAsync(Patience)) return null;
        var buffer = new ArrayBufferWriter<byte>();
        responses.Current.WriteTo(buffer);
        using var json = JsonDocument.Parse(buffer.WrittenMemory);
        if (json.RootElement.TryGetProperty("errors", out var errors)) throw new InvalidOperationException($"The event has errors: {errors}");
        return json.RootElement.GetProperty("data").EnumerateObject().Single().Value.Clone();
    }

    /// <summary>Code of what ends the stream; events before it are passed over.</summary>
    public async Task<string> FailureAsync()
    {
        try
        {
            while (await NextAsync() is not null) continue;
        }
        catch (GraphQLException exception)
        {
            return exception.Errors[0].Code;
        }
        throw new InvalidOperationException("The stream ended well.");
    }

    public async ValueTask DisposeAsync()
    {
        if (isDisposed) return;
        isDisposed = true;
        await life.CancelAsync();
        if (responses is not null) await responses.DisposeAsync();
        life.Dispose();
    }
}

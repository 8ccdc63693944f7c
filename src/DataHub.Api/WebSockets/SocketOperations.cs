using System.Collections.Concurrent;
using DataHub.Access;
using DataHub.Api.Http;
using DataHub.Api.Subscriptions;
using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Execution;

namespace DataHub.Api.WebSockets;

/// <summary>The operations that run on one socket, by their ids.</summary>
internal sealed class SocketOperations(OperationStream stream, OutgoingQueue outgoing, SubscriptionSettings settings) : IDisposable
{
    private readonly ConcurrentDictionary<string, CancellationTokenSource> subscribers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Task, bool> running = new();
    private readonly CancellationTokenSource life = new();
    private readonly TaskCompletionSource failure = new();

    private readonly ExecutionResult tooMany = ExecutionResult.Refused(new GraphQLError(
        $"More than {settings.MaxOperations} operations run on this socket.", HttpErrorCodes.TooManyOperations));

    /// <summary>Fails with what went wrong in an operation and cannot be told to its client; never completes otherwise.</summary>
    public Task Failure => failure.Task;

    /// <summary>
    /// Starts an operation; whatever it meets goes to the client. Throws <see cref="SocketClosedException"/> when the id is taken.
    /// Disposes of <paramref name="memory"/>, into which the request points.
    /// </summary>
    public async ValueTask StartAsync(string id, GraphQLHttpRequest request, IDisposable memory, Caller caller)
    {
        if (subscribers.ContainsKey(id))
        {
            memory.Dispose();
            throw SocketClose.AlreadyExists(id).AsException();
        }
        // Operations that are over count until their last message is in the queue: a flood of faulty ones must not pile up.
        if (running.Count >= settings.MaxOperations)
        {
            memory.Dispose();
            await RefuseAsync(id, tooMany);
            return;
        }
        var operation = subscribers[id] = CancellationTokenSource.CreateLinkedTokenSource(life.Token);
        var task = Task.Run(() => RunAsync(id, stream.AnswerAsync(request, memory, caller, operation.Token), operation), CancellationToken.None);
        running[task] = true;
        _ = task.ContinueWith(t => running.TryRemove(t, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    public ValueTask RefuseAsync(string id, ExecutionResult refusal) => outgoing.AddAsync(ServerMessages.Error(id, refusal), life.Token);

    /// <summary>The client wants no more of it; its id is free again. Unknown ids are of operations that are over.</summary>
    public async ValueTask CompleteAsync(string id)
    {
        if (!subscribers.TryRemove(id, out var operation)) return;
        try
        {
            await operation.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            // It ended by itself between the two lines.
        }
    }

    /// <summary>Cancels all, and returns when they have ended.</summary>
    public async Task StopAsync()
    {
        await life.CancelAsync();
        await Task.WhenAll(running.Keys);
    }

    public void Dispose() => life.Dispose();

    private async Task RunAsync(string id, IAsyncEnumerable<ExecutionResult> answers, CancellationTokenSource operation)
    {
        try
        {
            await SendAsync(id, answers, operation);
        }
        catch (OperationCanceledException) when (operation.IsCancellationRequested)
        {
            // The client sent complete, or the socket is closing: nobody waits for more.
        }
        catch (Exception exception)
        {
            failure.TrySetException(exception);
        }
        finally
        {
            Release(id, operation);
            operation.Dispose();
        }
    }

    private async Task SendAsync(string id, IAsyncEnumerable<ExecutionResult> answers, CancellationTokenSource operation)
    {
        var token = operation.Token;
        await foreach (var answer in answers)
        {
            if (!answer.HasData)
            {
                Release(id, operation);
                await outgoing.AddAsync(ServerMessages.Error(id, answer), token);
                return;
            }
            await outgoing.AddAsync(ServerMessages.Next(id, answer), token);
        }
        token.ThrowIfCancellationRequested();
        // Once the client has read this it may use the id again.
        Release(id, operation);
        await outgoing.AddAsync(ServerMessages.Complete(id), token);
    }

    private void Release(string id, CancellationTokenSource operation) =>
        subscribers.TryRemove(new KeyValuePair<string, CancellationTokenSource>(id, operation));
}

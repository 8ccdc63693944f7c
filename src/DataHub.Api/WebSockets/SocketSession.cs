using System.Net.WebSockets;
using DataHub.Access;
using DataHub.Api.Http;
using DataHub.Api.Identity;
using DataHub.Api.Partners;
using DataHub.Api.Subscriptions;
using DataHub.GraphQL.Execution;
using Microsoft.Extensions.Primitives;

namespace DataHub.Api.WebSockets;

/// <summary>What all sockets share.</summary>
internal sealed record SocketServices(
    CallerAuthentication Authentication,
    PartnerGate Gate,
    OperationStream Operations,
    RequestRunner Runner,
    SubscriptionSettings Settings,
    TimeProvider Clock,
    ILogger<SocketSession> Logger);

/// <summary>
/// One socket from its opening to its end: reads messages one after the other, while operations run, answers are sent and the clocks go.
/// The first of these that ends, ends the socket.
/// </summary>
internal sealed class SocketSession : IDisposable
{
    // A token and a purpose need no more, and who has not said who it is gets no more of the memory.
    private const int MaxInitBytes = 16_384;

    private readonly SocketServices services;
    private readonly WebSocket socket;
    private readonly OpenConnections.Place place;
    private readonly HttpContext opening;
    private readonly OutgoingQueue outgoing;
    private readonly SocketOperations operations;
    private readonly SocketWatch watch;
    private readonly MessageReader reader;
    private readonly CancellationTokenSource life = new();
    private bool isInitialising;
    private Caller? caller;

    /// <param name="services">What all sockets share.</param>
    /// <param name="socket">Open, and of the subprotocol.</param>
    /// <param name="place">Its place among the open connections.</param>
    /// <param name="opening">The request that opened it; there as long as the socket is.</param>
    public SocketSession(SocketServices services, WebSocket socket, OpenConnections.Place place, HttpContext opening)
    {
        (this.services, this.socket, this.place, this.opening) = (services, socket, place, opening);
        outgoing = new OutgoingQueue(services.Settings);
        operations = new SocketOperations(services.Operations, outgoing, services.Settings);
        watch = new SocketWatch(outgoing, services.Settings, services.Clock);
        reader = new MessageReader(socket) { MaxBytes = Math.Min(MaxInitBytes, services.Settings.MaxMessageBytes) };
    }

    /// <summary>Returns when the socket is closed and nothing runs for it any more.</summary>
    public async Task RunAsync(CancellationToken shutdown)
    {
        var reading = EndAsync(ReadAsync());
        Task<SocketClose>[] parts =
        [
            reading, EndAsync(outgoing.SendAsync(socket, life.Token)), EndAsync(watch.RunAsync(life.Token)), EndAsync(WaitAsync(shutdown)),
        ];
        var close = await await Task.WhenAny([.. parts, EndAsync(operations.Failure)]);
        await life.CancelAsync();
        var stopping = operations.StopAsync();
        await SocketClosing.CloseAsync(socket, close, reading);
        await Task.WhenAll([stopping, .. parts]);
    }

    public void Dispose()
    {
        life.Dispose();
        operations.Dispose();
        outgoing.Dispose();
    }

    private async Task ReadAsync()
    {
        while (await reader.ReadAsync() is { } message)
        {
            using (message)
            {
                // While the socket is closing, messages are read until the client's close frame comes.
                if (life.IsCancellationRequested) continue;
                watch.Heard();
                await HandleAsync(message);
            }
        }
    }

    private ValueTask HandleAsync(ClientMessage message) => message.Type switch
    {
        ClientMessageType.ConnectionInit => InitialiseAsync(message),
        ClientMessageType.Ping => outgoing.AddAsync(ServerMessages.Pong(message.Payload), life.Token),
        ClientMessageType.Subscribe => SubscribeAsync(message),
        ClientMessageType.Complete => operations.CompleteAsync(message.Id),
        _ => ValueTask.CompletedTask,
    };

    private async ValueTask InitialiseAsync(ClientMessage message)
    {
        if (isInitialising) throw SocketClose.TooManyInits.AsException();
        isInitialising = true;
        var credentials = new Credentials(
            message.Texts("Authorization"),
            message.Texts(CallerAuthentication.PurposeHeader),
            StringValues.Concat(message.Texts(CaseNumbers.Member), message.Texts(CaseNumbers.Header)),
            message.Texts(CallerAuthentication.ProofHeader),
            opening);
        var identified = await services.Authentication.AuthenticateAsync(credentials, life.Token);
        if (identified.Value is not { } known) throw (await EnterAsync(identified.Refusal!)).AsException();
        if (known.Until <= services.Clock.GetUtcNow()) throw SocketClose.Expired.AsException();
        if (!place.TryOwn(known.Caller)) throw SocketClose.TooMany.AsException();
        caller = known.Caller;
        reader.MaxBytes = services.Settings.MaxMessageBytes;
        watch.Acknowledged(known.Until, stopping => EndOfStandingAsync(known, stopping));
        await outgoing.AddAsync(ServerMessages.Acknowledge(known), life.Token);
    }

    /// <summary>The close that tells of a refusal, once that is in the ledger.</summary>
    private async ValueTask<SocketClose> EnterAsync(Refusal refusal)
    {
        await services.Runner.EnterAsync(refusal);
        return CloseFor(refusal);
    }

    /// <summary>Ends the socket when its client's agreement does.</summary>
    private async Task EndOfStandingAsync(Identified known, CancellationToken stopping) =>
        throw CloseFor(await services.Gate.EndAsync(known, opening, stopping)).AsException();

    private async ValueTask SubscribeAsync(ClientMessage message)
    {
        if (caller is null) throw SocketClose.Unauthorized.AsException();
        var request = RequestParameters.FromBody(message.Payload!.Value);
        if (request.Value is { } read)
        {
            await operations.StartAsync(message.Id, read, message.TakeMemory(), caller);
            return;
        }
        var error = request.Refusal!.Error;
        if (error.Code == HttpErrorCodes.BadRequest) throw SocketClose.Invalid(error.Message).AsException();
        await operations.RefuseAsync(message.Id, ExecutionResult.Refused(error));
    }

    // A reason is all that a close frame carries, so it begins with the code where one close code stands for several faults.
    private static SocketClose CloseFor(Refusal refusal) => refusal.Status switch
    {
        StatusCodes.Status503ServiceUnavailable => SocketClose.Unavailable(refusal.Error.Message),
        StatusCodes.Status401Unauthorized => SocketClose.Forbidden(refusal.Error.Message),
        _ => SocketClose.Forbidden($"{refusal.Error.Code}: {refusal.Error.Message}"),
    };

    private async Task WaitAsync(CancellationToken shutdown)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var stopping = shutdown.Register(() => ended.TrySetResult());
        await using var ending = life.Token.Register(() => ended.TrySetResult());
        await ended.Task;
        if (shutdown.IsCancellationRequested) throw SocketClose.Restart.AsException();
    }

    /// <summary>Why a part of the session ended.</summary>
    private async Task<SocketClose> EndAsync(Task part)
    {
        try
        {
            await part;
            return SocketClose.Normal;
        }
        catch (SocketClosedException exception)
        {
            return exception.Close;
        }
        catch (OperationCanceledException)
        {
            return SocketClose.Gone;
        }
        catch (Exception) when (socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived))
        {
            // The line broke, or the client broke RFC 6455 and was told so by the socket itself.
            return SocketClose.Gone;
        }
        catch (Exception exception)
        {
            FailureLog.Write(services.Logger, LogLevel.Error, exception);
            return SocketClose.Internal;
        }
    }
}

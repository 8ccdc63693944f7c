using DataHub.Api.Http;
using DataHub.Api.Subscriptions;

namespace DataHub.Api.WebSockets;

/// <summary>
/// GraphQL over WebSocket: opens sockets of the subprotocol graphql-transport-ws, and of no other. A browser lets any page open a socket
/// anywhere and says only which page it was, so pages of other addresses are refused before a socket is there.
/// </summary>
internal sealed class WebSocketEndpoint(
    SocketServices services, HttpSettings settings, OpenConnections connections, IHostApplicationLifetime host)
{
    public const string Subprotocol = "graphql-transport-ws";

    private static readonly Refusal ForeignOrigin =
        new(403, HttpErrorCodes.OriginNotAllowed, "Pages of this origin may not open a socket to the hub.");

    private static readonly Refusal Full = new(503, HttpErrorCodes.TooManyConnections, "Too many connections are open. Try again shortly.")
    {
        Header = ("Retry-After", "30"),
    };

    /// <summary>False for a request that opens no socket: RFC 6455 asks by an Upgrade header, RFC 8441 by CONNECT.</summary>
    public static bool MayBeAskedFor(HttpRequest request) => request.Headers.Upgrade.Count > 0 || HttpMethods.IsConnect(request.Method);

    public async Task HandleAsync(HttpContext http)
    {
        if (!Origins.Allow(http.Request, settings.AllowedOrigins))
        {
            await GraphQLResponses.WriteAsync(http.Response, ForeignOrigin, ResponseForm.Of(http.Request, settings));
            return;
        }
        if (!connections.TryOpen(out var place))
        {
            await GraphQLResponses.WriteAsync(http.Response, Full, ResponseForm.Of(http.Request, settings));
            return;
        }
        using (place) await OpenAsync(http, place);
    }

    private async Task OpenAsync(HttpContext http, OpenConnections.Place place)
    {
        var isSpoken = http.WebSockets.WebSocketRequestedProtocols.Contains(Subprotocol, StringComparer.Ordinal);
        using var socket = await http.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext
        {
            SubProtocol = isSpoken ? Subprotocol : null,
            // The protocol's own ping finds the dead ones.
            KeepAliveInterval = Timeout.InfiniteTimeSpan,
            // Off because a message that unfolds, and secrets beside text that others chose, are dangers of their own (CRIME).
            DangerousEnableCompression = false,
        });
        if (!isSpoken)
        {
            // A close code reaches the client only on an open socket; the reference implementation does the same.
            await SocketClosing.CloseAsync(socket, SocketClose.NotAcceptable, Task.CompletedTask);
            return;
        }
        using var session = new SocketSession(services, socket, place, http);
        await session.RunAsync(host.ApplicationStopping);
    }
}

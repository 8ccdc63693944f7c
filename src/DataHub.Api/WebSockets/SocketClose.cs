using System.Net.WebSockets;

namespace DataHub.Api.WebSockets;

/// <summary>
/// Why a socket is closed. Codes from 4400 are those of the protocol (https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md), the
/// others those of RFC 6455, section 7.4, and its registry.
/// </summary>
internal sealed record SocketClose(int Code, string Reason)
{
    // RFC 6455, section 5.5: a control frame holds 125 bytes, two of which are the code.
    private const int MaxReasonBytes = 123;

    public static readonly SocketClose Normal = new((int)WebSocketCloseStatus.NormalClosure, "");

    /// <summary>The other end is not there any more; nobody reads the reason.</summary>
    public static readonly SocketClose Gone = new((int)WebSocketCloseStatus.EndpointUnavailable, "The client does not answer");

    public static readonly SocketClose TooBig = new((int)WebSocketCloseStatus.MessageTooBig, "The message is too long");

    public static readonly SocketClose Restart = new(1012, "The hub is shutting down");

    /// <summary>Client libraries come back after some time.</summary>
    public static readonly SocketClose TooSlow = new(1013, "The client does not read what waits for it");

    public static readonly SocketClose TooMany = new(1013, "Too many connections are open");

    public static readonly SocketClose Unauthorized = new(4401, "Unauthorized");

    public static readonly SocketClose NotAcceptable = new(4406, "Subprotocol not acceptable");

    public static readonly SocketClose InitTimeout = new(4408, "Connection initialisation timeout");

    public static readonly SocketClose TooManyInits = new(4429, "Too many initialisation requests");

    public static readonly SocketClose Internal = new(4500, "Internal error");

    /// <summary>After this one, client libraries come back with a new token; after 4401 they do not.</summary>
    public static readonly SocketClose Expired = Forbidden("The access token has expired.");

    public static SocketClose Invalid(string reason) => new(4400, reason);

    public static SocketClose Forbidden(string reason) => new(4403, reason);

    public static SocketClose Unavailable(string reason) => new(1013, reason);

    public static SocketClose AlreadyExists(string id) => new(4409, $"Subscriber for {id} already exists");

    /// <summary>The reason, cut to what a close frame holds.</summary>
    public string FittingReason()
    {
        var (bytes, length) = (0, 0);
        foreach (var rune in Reason.EnumerateRunes())
        {
            if ((bytes += rune.Utf8SequenceLength) > MaxReasonBytes) break;
            length += rune.Utf16SequenceLength;
        }
        return Reason[..length];
    }

    /// <summary>Ends what is done on the socket and closes it for this reason.</summary>
    public SocketClosedException AsException() => new(this);
}

/// <summary>The socket is to be closed.</summary>
internal sealed class SocketClosedException(SocketClose close) : Exception(close.Reason)
{
    public SocketClose Close { get; } = close;
}

using System.Buffers;
using System.Text.Json;
using DataHub.Api.Http;
using Microsoft.Extensions.Primitives;

namespace DataHub.Api.WebSockets;

/// <summary>What a client may say.</summary>
internal enum ClientMessageType
{
    ConnectionInit,
    Ping,
    Pong,
    Subscribe,
    Complete,
}

/// <summary>A well-formed message of a client, in pooled memory until it is disposed of.</summary>
internal sealed class ClientMessage : IDisposable
{
    /// <summary>Longest id of an operation in characters; it is repeated with every answer.</summary>
    public const int MaxIdLength = 256;

    private Memory? memory;

    private ClientMessage(Memory memory) => this.memory = memory;

    public ClientMessageType Type { get; private init; }

    /// <summary>The operation; empty for messages that concern none.</summary>
    public string Id { get; private init; } = "";

    /// <summary>An object, or null.</summary>
    public JsonElement? Payload { get; private init; }

    /// <summary>Throws <see cref="SocketClosedException"/> when the text is no message of the protocol. Takes over <paramref name="rented"/>.</summary>
    public static ClientMessage Parse(byte[] rented, int length)
    {
        var document = JsonText.Parse(rented.AsMemory(0, length));
        try
        {
            if (document is null) throw Invalid("The message is not JSON in UTF-8, or nests too deep");
            return Read(document, rented);
        }
        catch (SocketClosedException)
        {
            document?.Dispose();
            ArrayPool<byte>.Shared.Return(rented);
            throw;
        }
    }

    /// <summary>Hands over what the payload points into, to be disposed of by the caller.</summary>
    public IDisposable TakeMemory()
    {
        var taken = memory ?? throw new InvalidOperationException("The memory was taken before.");
        memory = null;
        return taken;
    }

    /// <summary>The texts that a member of the payload has, whatever the case of its name: as a header's.</summary>
    public StringValues Texts(string name) => Payload is not { } payload ? StringValues.Empty : new StringValues(
        [.. payload.EnumerateObject().Where(m => m.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(m => TextOf(m.Value))]);

    public void Dispose() => memory?.Dispose();

    private static ClientMessage Read(JsonDocument document, byte[] rented)
    {
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object) throw Invalid("A message is a JSON object");
        var type = TypeOf(root);
        var hasId = type is ClientMessageType.Subscribe or ClientMessageType.Complete;
        JsonElement? payload = root.TryGetProperty("payload", out var given) && given.ValueKind != JsonValueKind.Null ? given : null;
        if (type == ClientMessageType.Subscribe && payload is null) throw Invalid("A subscribe message has a payload");
        // The protocol gives complete no payload; whatever stands there is not looked at.
        if (type != ClientMessageType.Complete && payload is { ValueKind: not JsonValueKind.Object }) throw Invalid("A payload is a JSON object");
        return new ClientMessage(new Memory(document, rented)) { Type = type, Id = hasId ? IdOf(root) : "", Payload = payload };
    }

    private static ClientMessageType TypeOf(JsonElement root)
    {
        if (!root.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String) throw Invalid("A message has a type");
        return type.GetString() switch
        {
            "connection_init" => ClientMessageType.ConnectionInit,
            "ping" => ClientMessageType.Ping,
            "pong" => ClientMessageType.Pong,
            "subscribe" => ClientMessageType.Subscribe,
            "complete" => ClientMessageType.Complete,
            _ => throw Invalid("The message has a type that a client does not send"),
        };
    }

    private static string IdOf(JsonElement root)
    {
        if (!root.TryGetProperty("id", out var id) || TextOf(id) is not { Length: > 0 and <= MaxIdLength } text)
            throw Invalid($"An operation's message has an id of 1 to {MaxIdLength} characters");
        return text;
    }

    private static string TextOf(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static SocketClosedException Invalid(string reason) => SocketClose.Invalid(reason).AsException();

    private sealed class Memory(JsonDocument document, byte[] rented) : IDisposable
    {
        private bool isGivenBack;

        public void Dispose()
        {
            if (isGivenBack) return;
            isGivenBack = true;
            document.Dispose();
            ArrayPool<byte>.Shared.Return(rented);
        }
    }
}

using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using DataHub.Api.Identity;
using DataHub.GraphQL.Execution;

namespace DataHub.Api.WebSockets;

/// <summary>What the server says, as UTF-8 JSON.</summary>
internal static class ServerMessages
{
    // The engine bounds the depth of an answer and writes valid JSON.
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = int.MaxValue,
        SkipValidation = true,
    };

    public static ReadOnlyMemory<byte> Ping { get; } = "{\"type\":\"ping\"}"u8.ToArray();

    /// <summary>The payload tells for what purpose the hub answers on this socket, and until when.</summary>
    public static ReadOnlyMemory<byte> Acknowledge(Identified identified) => Write("connection_ack", null, writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("purpose", identified.Caller.Purpose);
        writer.WriteString("expiresAt", identified.Until.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        writer.WriteEndObject();
    });

    /// <summary>Brings the ping's payload back.</summary>
    public static ReadOnlyMemory<byte> Pong(JsonElement? payload) => Write("pong", null, payload is { } sent ? sent.WriteTo : null);

    public static ReadOnlyMemory<byte> Next(string id, ExecutionResult result) => Write("next", id, result.WriteTo);

    /// <summary>The errors of a result without data; ends the operation.</summary>
    public static ReadOnlyMemory<byte> Error(string id, ExecutionResult result) => Write("error", id, result.WriteErrorsTo);

    public static ReadOnlyMemory<byte> Complete(string id) => Write("complete", id, null);

    private static ReadOnlyMemory<byte> Write(string type, string? id, Action<Utf8JsonWriter>? payload)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output, Options))
        {
            writer.WriteStartObject();
            if (id is not null) writer.WriteString("id", id);
            writer.WriteString("type", type);
            if (payload is not null)
            {
                writer.WritePropertyName("payload");
                payload(writer);
            }
            writer.WriteEndObject();
        }
        return output.WrittenMemory;
    }
}

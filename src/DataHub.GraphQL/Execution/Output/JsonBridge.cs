using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace DataHub.GraphQL.Execution;

/// <summary>A <see cref="Utf8JsonWriter"/> for the values that are written by a host's own code, and for errors and extensions.</summary>
internal sealed class JsonBridge : IDisposable
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = int.MaxValue,
        SkipValidation = true,
    };

    private readonly ArrayBufferWriter<byte> buffer = new();
    private readonly Utf8JsonWriter writer;

    public JsonBridge() => writer = new Utf8JsonWriter(buffer, Options);

    public Utf8JsonWriter Writer => writer;

    /// <summary>All that was written since <see cref="Clear"/>.</summary>
    public ReadOnlySpan<byte> Written
    {
        get
        {
            writer.Flush();
            return buffer.WrittenSpan;
        }
    }

    public void Clear()
    {
        buffer.ResetWrittenCount();
        writer.Reset();
    }

    public void Dispose() => writer.Dispose();
}

using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace DataHub.Bench.Floor;

/// <summary>A JSON answer in the making, used again for the next request.</summary>
internal sealed class Answer
{
    private static readonly JsonWriterOptions Options =
        new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonEncodedText Data = JsonEncodedText.Encode("data");
    private readonly ArrayBufferWriter<byte> buffer = new(64 * 1024);

    public Answer() => Json = new Utf8JsonWriter(buffer, Options);

    public Utf8JsonWriter Json { get; }

    /// <summary>Child lists that are read before or beside the rows they belong to.</summary>
    public ChildLists[] Children { get; } = [new(Options), new(Options)];

    /// <summary>Rows that are read before their children.</summary>
    public HeldRows Held { get; } = new();

    /// <summary>Place for one text value.</summary>
    public byte[] Scratch { get; } = new byte[16 * 1024];

    public ReadOnlyMemory<byte> Written => buffer.WrittenMemory;

    public void Begin()
    {
        buffer.ResetWrittenCount();
        Json.Reset(buffer);
        Json.WriteStartObject();
        Json.WriteStartObject(Data);
    }

    public void End()
    {
        Json.WriteEndObject();
        Json.WriteEndObject();
        Json.Flush();
    }
}

using System.Buffers;
using System.Text.Json;
using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Execution;

/// <summary>
/// A response (section 7.1): an execution result, or a request error result, which has no <c>data</c>. Written straight from the
/// columns that
/// the resolvers gave.
/// </summary>
public sealed class ExecutionResult
{
    private static readonly JsonEncodedText Data = JsonEncodedText.Encode("data");
    private static readonly JsonEncodedText ExtensionsName = JsonEncodedText.Encode("extensions");
    private readonly ObjectGroup? root;

    internal ExecutionResult(ObjectGroup root, IReadOnlyList<GraphQLError> errors) => (this.root, Errors) = (root, errors);

    private ExecutionResult(IReadOnlyList<GraphQLError> errors) => Errors = errors;

    /// <summary>False for a request error result. An execution result whose data is null has data.</summary>
    public bool HasData => root is not null;

    /// <summary>True when <c>data</c> is there and is null: an error moved up to the root.</summary>
    public bool IsDataNull => root is not null && root.IsDead(0);

    /// <summary>Empty when there are none.</summary>
    public IReadOnlyList<GraphQLError> Errors { get; }

    /// <summary>Sent as <c>extensions</c>; null when there are none.</summary>
    public IReadOnlyDictionary<string, object?>? Extensions { get; set; }

    /// <summary>
    /// What follows this first payload; null when this is the whole answer. To be enumerated once. The context of the request is in use until
    /// the last payload was given: a host disposes it after that.
    /// </summary>
    public IAsyncEnumerable<IncrementalPayload>? Subsequent { get; internal init; }

    /// <summary>What the client is told to await; empty when this is the whole answer.</summary>
    internal IReadOnlyList<Notice> Pending { get; init; } = [];

    /// <summary>A request error result: nothing was executed.</summary>
    public static ExecutionResult Refused(IReadOnlyList<GraphQLError> errors) => errors.Count > 0
        ? new ExecutionResult(errors)
        : throw new ArgumentException("A request error result needs an error.", nameof(errors));

    /// <inheritdoc cref="Refused(IReadOnlyList{GraphQLError})"/>
    public static ExecutionResult Refused(GraphQLError error) => Refused([error]);

    /// <summary>Writes the response as UTF-8 JSON (section 7.2.1).</summary>
    public void WriteTo(IBufferWriter<byte> output)
    {
        var json = new JsonOutput(output);
        json.Byte((byte)'{');
        if (Errors.Count > 0) WriteErrors(ref json);
        if (root is not null)
        {
            json.Name(Data, Errors.Count > 0);
            ResponseWriter.Write(ref json, root);
        }
        if (Subsequent is not null)
        {
            json.Member(NoticeWriter.Pending, Pending);
            json.Raw(",\"hasNext\":true"u8);
        }
        if (Extensions is { Count: > 0 } extensions)
        {
            json.Name(ExtensionsName, true);
            json.Through(WriteValue, extensions);
        }
        json.Byte((byte)'}');
        json.Flush();
    }

    /// <summary>Writes the response as one JSON object.</summary>
    public void WriteTo(Utf8JsonWriter writer)
    {
        var buffer = new ArrayBufferWriter<byte>();
        WriteTo(buffer);
        writer.WriteRawValue(buffer.WrittenSpan, skipInputValidation: true);
        writer.Flush();
    }

    private void WriteErrors(ref JsonOutput json) => json.Through(
        static (writer, errors) =>
        {
            ErrorWriter.Write(writer!, errors);
            return true;
        },
        Errors);

    private static bool WriteValue(Utf8JsonWriter? writer, IReadOnlyDictionary<string, object?> value)
    {
        ErrorWriter.WriteValue(writer!, value);
        return true;
    }
}

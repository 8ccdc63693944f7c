using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using DataHub.GraphQL.Errors;

namespace DataHub.GraphQL.Execution;

/// <summary>
/// A response (section 7.1): an execution result, or a request error result, which has no <c>data</c>. Written straight from the
/// columns that
/// the resolvers gave.
/// </summary>
public sealed class ExecutionResult
{
    // The planner bounds the depth of an answer; the validity of the JSON follows from ResponseWriter.
    private static readonly JsonWriterOptions WriterOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = int.MaxValue,
        SkipValidation = true,
    };

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

    /// <summary>A request error result: nothing was executed.</summary>
    public static ExecutionResult Refused(IReadOnlyList<GraphQLError> errors) => errors.Count > 0
        ? new ExecutionResult(errors)
        : throw new ArgumentException("A request error result needs an error.", nameof(errors));

    /// <inheritdoc cref="Refused(IReadOnlyList{GraphQLError})"/>
    public static ExecutionResult Refused(GraphQLError error) => Refused([error]);

    /// <summary>Writes the response as UTF-8 JSON (section 7.2.1).</summary>
    public void WriteTo(IBufferWriter<byte> output)
    {
        using var writer = new Utf8JsonWriter(output, WriterOptions);
        WriteTo(writer);
    }

    /// <summary>Writes the list of errors alone, empty or not.</summary>
    public void WriteErrorsTo(Utf8JsonWriter writer) => ErrorWriter.WriteList(writer, Errors);

    /// <summary>Writes the response as one JSON object; <paramref name="writer"/> must allow the depth of the answer.</summary>
    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        if (Errors.Count > 0) ErrorWriter.Write(writer, Errors);
        if (root is not null)
        {
            writer.WritePropertyName("data");
            ResponseWriter.Write(writer, root);
        }
        if (Extensions is { Count: > 0 })
        {
            writer.WritePropertyName("extensions");
            ErrorWriter.WriteValue(writer, Extensions);
        }
        writer.WriteEndObject();
        writer.Flush();
    }
}

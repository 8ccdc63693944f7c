using System.Buffers;
using System.Text.Json;
using DataHub.GraphQL.Cost;
using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Limits;
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
    public IReadOnlyList<GraphQLError> Errors { get; private set; }

    /// <summary>Sent as <c>extensions</c>; null when there are none.</summary>
    public IReadOnlyDictionary<string, object?>? Extensions { get; set; }

    /// <summary>What the extensions say of the cost; null when the engine keeps no budget.</summary>
    public CostReport? Cost
    {
        get => Extensions?.GetValueOrDefault(CostReport.Extension) as CostReport;
        set => Tell(CostReport.Extension, value);
    }

    /// <summary>Adds a member to the extensions.</summary>
    internal void Tell(string name, object? value) =>
        Extensions = new Dictionary<string, object?>(Extensions ?? new Dictionary<string, object?>()) { [name] = value };

    /// <summary>Exceeded limits in <see cref="LimitMode.Warn"/>; sent as <c>extensions.warnings</c>.</summary>
    public IReadOnlyList<LimitExcess> Warnings { get; internal set; } = [];

    /// <summary>Limits and callback for the size of the response; null when there are none.</summary>
    internal EngineOptions? Options { get; init; }

    /// <summary>
    /// What follows this first payload; null when this is the whole answer. To be enumerated once. The context of the request is in use until
    /// the last payload was given: a host disposes it after that.
    /// </summary>
    public IAsyncEnumerable<IncrementalPayload>? Subsequent { get; internal set; }

    /// <summary>
    /// What executes and writes the rest of the answer, in the context of the request; null when the answer is whole. Set only for requests
    /// that allow it. <see cref="Errors"/> and the cost are known at its end.
    /// </summary>
    public AnswerStream? Stream { get; internal set; }

    /// <summary>What the client is told to await; empty when this is the whole answer.</summary>
    internal IReadOnlyList<Notice> Pending { get; init; } = [];

    /// <summary>A request error result: nothing was executed.</summary>
    public static ExecutionResult Refused(IReadOnlyList<GraphQLError> errors) => errors.Count > 0
        ? new ExecutionResult(errors)
        : throw new ArgumentException("A request error result needs an error.", nameof(errors));

    /// <inheritdoc cref="Refused(IReadOnlyList{GraphQLError})"/>
    public static ExecutionResult Refused(GraphQLError error) => Refused([error]);

    /// <summary>In place of a result that was made and may not be given out: the reason, and what it did cost.</summary>
    internal static ExecutionResult Withheld(ExecutionResult made, GraphQLError reason)
    {
        var withheld = Refused(reason);
        if (made.Cost is { } cost) withheld.Cost = cost;
        return withheld;
    }

    /// <summary>An operation that was looked at and not run: <c>data</c> is null, and there are no errors.</summary>
    internal static ExecutionResult NotRun(OperationPlan plan)
    {
        var root = new ObjectGroup(plan.Root with { Fields = [] }, new EventRows(plan));
        root.Kill(0, 0);
        return new ExecutionResult(root, []);
    }

    /// <summary>Writes the response as UTF-8 JSON (section 7.2.1), or the error that it is too large.</summary>
    public void WriteTo(IBufferWriter<byte> output)
    {
        if (Stream is not null) throw new InvalidOperationException("This answer is written by its stream.");
        using var buffer = new ResponseBuffer();
        WriteTo(buffer);
        buffer.CopyTo(output);
    }

    /// <summary>
    /// Writes the response as UTF-8 JSON into memory; of one with a <see cref="Stream"/>, what is known of its <c>data</c>. Gives the result
    /// that was written: this one, or when it is too large one that says so.
    /// </summary>
    public ExecutionResult WriteTo(ResponseBuffer buffer)
    {
        buffer.Max = Size.Max;
        try
        {
            Write(buffer);
            return this;
        }
        catch (ResponseTooLargeException exception)
        {
            var refused = Refused(new LimitExcess(SizeLimit, buffer.Max, exception.Reached, IsAtLeast: true).ToError());
            buffer.Clear();
            return refused.WriteTo(buffer);
        }
    }

    /// <summary>Writes the response as one JSON object, or the error that it is too large.</summary>
    public void WriteTo(Utf8JsonWriter writer)
    {
        var buffer = new ArrayBufferWriter<byte>();
        WriteTo(buffer);
        writer.WriteRawValue(buffer.WrittenSpan, skipInputValidation: true);
        writer.Flush();
    }

    /// <summary>Writes the list of errors alone, empty or not.</summary>
    public void WriteErrorsTo(Utf8JsonWriter writer) => ErrorWriter.WriteList(writer, Errors);

    private void Write(IBufferWriter<byte> output)
    {
        var json = new JsonOutput(output);
        json.Byte((byte)'{');
        var hasErrors = Errors.Count > 0 && Stream is null;
        if (hasErrors) WriteErrors(ref json);
        if (root is not null)
        {
            json.Name(Data, hasErrors);
            ResponseWriter.Write(ref json, root);
        }
        if (Stream is null) WriteEnd(ref json, 0);
        json.Flush();
    }

    /// <summary>Sets what is known only when the last chunk is written.</summary>
    internal void End(IReadOnlyList<GraphQLError> errors, IReadOnlyDictionary<string, object?>? extensions, IReadOnlyList<LimitExcess> warnings) =>
        (Errors, Extensions, Warnings) = (errors, extensions, warnings);

    /// <summary>Writes what stands behind a streamed <c>data</c> of that many bytes.</summary>
    internal void WriteEnd(IBufferWriter<byte> output, long sent)
    {
        var json = new JsonOutput(output);
        if (Errors.Count > 0)
        {
            json.Byte((byte)',');
            WriteErrors(ref json);
        }
        WriteEnd(ref json, sent);
        json.Flush();
    }

    private void WriteEnd(ref JsonOutput json, long sent)
    {
        if (Subsequent is not null)
        {
            json.Member(NoticeWriter.Pending, Pending);
            json.Raw(",\"hasNext\":true"u8);
        }
        if (AllExtensions(sent + json.Written) is { Count: > 0 } extensions)
        {
            json.Name(ExtensionsName, true);
            if (extensions is { Count: 1 } && Cost is { Explanation: null } cost) CostWriter.Write(ref json, cost);
            else json.Through(WriteValue, extensions);
        }
        json.Byte((byte)'}');
    }

    /// <summary>How many bytes the response may have.</summary>
    internal (LimitKind Kind, long Max) Size
    {
        get
        {
            var kind = SizeLimit;
            return (kind, Options is not null && kind.In(Options.Limits) is { Mode: LimitMode.Enforce, Max: var max } ? max : long.MaxValue);
        }
    }

    /// <summary>The limit on the size of this response: introspection has a tighter one.</summary>
    private LimitKind SizeLimit
    {
        get
        {
            if (root is null || Options is not { Limits: { IntrospectionBytes: { Mode: not LimitMode.Off } tighter } limits }) return LimitKinds.ResponseBytes;
            var isTighter = limits.ResponseBytes.Mode == LimitMode.Off || tighter.Max < limits.ResponseBytes.Max;
            return isTighter && HasIntrospection(root.Fields) ? LimitKinds.IntrospectionBytes : LimitKinds.ResponseBytes;
        }
    }

    private static bool HasIntrospection(FieldResult[] fields)
    {
        foreach (var field in fields)
            if (field.Selection.Definition.Name is "__schema" or "__type") return true;
        return false;
    }

    /// <summary>The extensions with the warnings, of which the size of the answer may be one.</summary>
    private IReadOnlyDictionary<string, object?>? AllExtensions(long size)
    {
        var warnings = Warnings;
        var kind = SizeLimit;
        if (Options is not null && kind.In(Options.Limits) is { Mode: LimitMode.Warn, Max: var max } && size > max)
        {
            var excess = new LimitExcess(kind, max, size, IsAtLeast: true);
            Options.OnLimitWarning?.Invoke(excess);
            warnings = [.. warnings, excess];
        }
        if (warnings.Count == 0) return Extensions;
        return new Dictionary<string, object?>(Extensions ?? new Dictionary<string, object?>())
        {
            ["warnings"] = warnings.Select(w => w.ToWarning()),
        };
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

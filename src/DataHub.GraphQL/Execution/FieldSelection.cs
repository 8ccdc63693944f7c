using System.Text.Json;
using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Execution;

/// <summary>
/// One field of a planned selection set: all field nodes with the same response key merged (section 6.3.2 CollectFields), with its
/// coerced arguments.
/// </summary>
public sealed class FieldSelection
{
    private readonly FieldSelection? template;
    private MapTemplate? argumentTemplate;
    private bool isTemplated;
    private byte[]? prefix;

    public required string ResponseKey { get; init; }

    public required FieldDefinition Definition { get; init; }

    /// <summary>The nodes merged into this field, in document order; at least one.</summary>
    public required IReadOnlyList<FieldNode> Nodes { get; init; }

    /// <summary>Coerced arguments by name (section 6.4.1): given or defaulted ones only, so absence and null differ.</summary>
    public required IReadOnlyDictionary<string, object?> Arguments { get; init; }

    /// <summary>
    /// What is asked below, by concrete object type; empty for leaf fields. For a field of object type there is one entry.
    /// </summary>
    public required IReadOnlyDictionary<ObjectType, SelectionPlan> Selections { get; init; }

    /// <summary>
    /// Why the arguments could not be coerced (section 6.4.1: an execution error of this field), with <see cref="Arguments"/> empty; null
    /// when they could. The engine answers such a field itself and calls no resolver; who plans ahead leaves it out.
    /// </summary>
    public GraphQLError? ArgumentError { get; init; }

    /// <summary>
    /// The selection this one was made from by filling in a request's variables; itself when no variable changes it. As a rule one object
    /// for all requests with the document whose <c>@skip</c> and <c>@include</c> decide alike: the key for what a host keeps per
    /// selection and that does not depend on argument values. Hold it weakly; documents come and go.
    /// </summary>
    public FieldSelection Template { get => template ?? this; init => template = value; }

    /// <summary>True when a variable stands in the field's own arguments.</summary>
    internal bool HasVariableArguments { get; init; }

    /// <summary>How the arguments are filled in; null when no variable stands in them, or they must be coerced as a whole.</summary>
    internal MapTemplate? ArgumentTemplate
    {
        get
        {
            // Made when a second request comes; two that come at once make the same.
            if (!Volatile.Read(ref isTemplated))
            {
                argumentTemplate = HasVariableArguments ? ArgumentCoercion.Template(Definition, Nodes[0]) : null;
                Volatile.Write(ref isTemplated, true);
            }
            return argumentTemplate;
        }
    }

    /// <summary>True when arguments here or below depend on variables.</summary>
    internal bool DependsOnVariables { get; init; }

    internal JsonEncodedText EncodedKey { get; init; }

    /// <summary>What the field can cost at most with its arguments; null until it was computed.</summary>
    internal Cost.FieldCost? Cost { get; set; }

    /// <summary>Set when items of the list are delivered later.</summary>
    internal StreamUsage? Stream { get; init; }

    /// <summary>True when anything here or below is delivered later.</summary>
    internal bool IsIncremental { get; init; }

    /// <summary>What stands before the field's value in an object: a comma, the response key in quotation marks, a colon.</summary>
    internal byte[] Prefix => prefix ??= template?.Prefix ?? [.. ",\""u8, .. EncodedKey.EncodedUtf8Bytes, .. "\":"u8];

    /// <summary>The selection below a field whose named type is an object type.</summary>
    public SelectionPlan Selection => Selections[(ObjectType)Definition.Type.Named];

    /// <summary>The coerced value of an argument; default when it was neither given nor has a default, or is null.</summary>
    public T? Argument<T>(string name) => Arguments.TryGetValue(name, out var value) && value is T typed ? typed : default;

    /// <summary>
    /// A list argument's items; null when it was neither given nor has a default, or is null. Null items become default.
    /// </summary>
    public IReadOnlyList<T?>? ArgumentList<T>(string name) => InputValues.AsList<T>(Arguments.GetValueOrDefault(name));
}

/// <summary>
/// The fields asked of one object type at one level, in response order. <c>__typename</c> is among them with the definition of the
/// meta field.
/// </summary>
public sealed record SelectionPlan(ObjectType Type, IReadOnlyList<FieldSelection> Fields)
{
    /// <summary>Null when all fields are delivered with the object.</summary>
    internal Deferral? Deferral { get; init; }

    /// <summary>True when anything here or below is delivered later.</summary>
    internal bool IsIncremental => Deferral is { Parts.Count: > 0 } || Fields.Any(f => f.IsIncremental);

    /// <summary>True when any field of that name is asked, under whatever alias.</summary>
    public bool Asks(string fieldName) => Fields.Any(f => f.Definition.Name == fieldName);
}

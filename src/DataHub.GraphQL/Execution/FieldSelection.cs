using System.Diagnostics.CodeAnalysis;
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
    private readonly FieldShape shape;
    private readonly FieldSelection? template;
    private readonly SelectionsByType selections = SelectionsByType.None;

    public FieldSelection() => shape = new();

#pragma warning disable CS8618 // The required members are in the shape, where the compiler does not look.
    [SetsRequiredMembers]
    private FieldSelection(FieldSelection template, SelectionsByType selections)
    {
        (shape, this.template, this.selections) = (template.shape, template.Template, selections);
        Arguments = template.Arguments;
    }
#pragma warning restore CS8618

    public required string ResponseKey { get => shape.ResponseKey; init => shape.ResponseKey = value; }

    public required FieldDefinition Definition { get => shape.Definition; init => shape.Definition = value; }

    /// <summary>The nodes merged into this field, in document order; at least one.</summary>
    public required IReadOnlyList<FieldNode> Nodes { get => shape.Nodes; init => shape.Nodes = value; }

    /// <summary>Coerced arguments by name (section 6.4.1): given or defaulted ones only, so absence and null differ.</summary>
    public required IReadOnlyDictionary<string, object?> Arguments { get; init; }

    /// <summary>
    /// What is asked below, by concrete object type; empty for leaf fields. For a field of object type there is one entry.
    /// </summary>
    public required IReadOnlyDictionary<ObjectType, SelectionPlan> Selections
    {
        get => selections;
        init => selections = value as SelectionsByType ?? new SelectionsByType([.. value.Values]);
    }

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
    public FieldSelection Template => template ?? this;

    /// <summary>True when a variable stands in the field's own arguments.</summary>
    public bool HasVariableArguments { get => shape.HasVariableArguments; init => shape.HasVariableArguments = value; }

    /// <summary>How the arguments are filled in; null when no variable stands in them, or they must be coerced as a whole.</summary>
    internal MapTemplate? ArgumentTemplate => shape.ArgumentTemplate;

    /// <summary>True when arguments here or below depend on variables.</summary>
    internal bool DependsOnVariables { get => shape.DependsOnVariables; init => shape.DependsOnVariables = value; }

    internal SelectionsByType SelectionsByType => selections;

    internal JsonEncodedText EncodedKey { get => shape.EncodedKey; init => shape.EncodedKey = value; }

    /// <summary>What the field can cost at most with its arguments; null until it was computed.</summary>
    internal Cost.FieldCost? Cost { get; set; }

    /// <summary>Set when items of the list are delivered later.</summary>
    internal StreamUsage? Stream { get => shape.Stream; init => shape.Stream = value; }

    /// <summary>True when anything here or below is delivered later.</summary>
    internal bool IsIncremental { get => shape.IsIncremental; init => shape.IsIncremental = value; }

    /// <summary>What stands before the field's value in an object: a comma, the response key in quotation marks, a colon.</summary>
    internal MemberPrefix Prefix => shape.Prefix;

    /// <summary>The selection below a field whose named type is an object type.</summary>
    public SelectionPlan Selection => selections[(ObjectType)Definition.Type.Named];

    /// <summary>The same field with the arguments of a request.</summary>
    internal FieldSelection With(IReadOnlyDictionary<string, object?> arguments, GraphQLError? error, SelectionsByType below) =>
        new(this, below) { Arguments = arguments, ArgumentError = error };

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

    /// <summary>Which fields depend on variables, themselves or below.</summary>
    internal int[] DependentFields { get; init; } = [];

    /// <summary>True when any field of that name is asked, under whatever alias.</summary>
    public bool Asks(string fieldName) => Fields.Any(f => f.Definition.Name == fieldName);
}

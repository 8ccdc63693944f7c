using System.Diagnostics.CodeAnalysis;
using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Limits;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Execution;

/// <summary>
/// A document that was parsed and validated once; made by <see cref="GraphQLEngine.Prepare"/> and fit for any number of requests.
/// </summary>
public sealed class PreparedDocument
{
    // Plans are kept up to this many fields a document, so that a flood of documents that spread into large plans cannot fill the memory.
    private const int MostKeptFields = 500;

    private readonly Lock gate = new();
    private volatile OperationPlan[] templates = [];
    private readonly string[] conditions = [];
    private int keptFields;
    private readonly Dictionary<string, FragmentDefinitionNode> fragments = new(StringComparer.Ordinal);
    private readonly List<OperationDefinitionNode> operations = [];
    private readonly OperationVariables?[] variables = [];

    internal PreparedDocument(Schema schema, string text, DocumentNode? document, IReadOnlyList<GraphQLError> errors)
    {
        (Schema, Text, Errors) = (schema, text, errors);
        if (document is null) return;
        operations.AddRange(document.Definitions.OfType<OperationDefinitionNode>());
        foreach (var fragment in document.Definitions.OfType<FragmentDefinitionNode>()) fragments.TryAdd(fragment.Name.Value, fragment);
        conditions = ConditionVariables.In(document);
        variables = new OperationVariables?[operations.Count];
    }

    public string Text { get; }

    /// <summary>What it was validated against; only the engine over the same schema executes it.</summary>
    public Schema Schema { get; }

    /// <summary>Syntax or validation errors; a document that has any is not executed.</summary>
    public IReadOnlyList<GraphQLError> Errors { get; }

    /// <summary>Limits in <see cref="LimitMode.Warn"/> that the document exceeds.</summary>
    internal IReadOnlyList<LimitExcess> Warnings { get; init; } = [];

    /// <summary>In document order; empty when the text could not be parsed.</summary>
    public IReadOnlyList<OperationDefinitionNode> Operations => operations;

    /// <summary>Empty when the text could not be parsed.</summary>
    public IReadOnlyCollection<FragmentDefinitionNode> Fragments => fragments.Values;

    /// <summary>
    /// Section 6.1 GetOperation: the operation of that name, or the only one when <paramref name="name"/> is null. When there is none,
    /// <paramref name="error"/> says why.
    /// </summary>
    public bool TryFindOperation(
        string? name, [NotNullWhen(true)] out OperationDefinitionNode? operation, [NotNullWhen(false)] out GraphQLError? error)
    {
        operation = name is null
            ? (operations.Count == 1 ? operations[0] : null)
            : Named(name);
        error = operation is null ? new GraphQLError(NotFound(name), ErrorCodes.Operation) : null;
        return operation is not null;
    }

    private OperationDefinitionNode? Named(string name)
    {
        foreach (var operation in operations)
            if (operation.Name?.Value == name) return operation;
        return null;
    }

    internal FragmentDefinitionNode? Fragment(string name) => fragments.GetValueOrDefault(name);

    /// <summary>How an operation of this document reads its variables.</summary>
    internal OperationVariables VariablesOf(OperationDefinitionNode operation, Schema schema)
    {
        // Two requests that come at once make the same.
        var index = 0;
        while (!ReferenceEquals(operations[index], operation)) index++;
        ref var known = ref variables[index];
        if (Volatile.Read(ref known) is { } made) return made;
        made = new OperationVariables(operation, schema);
        Volatile.Write(ref known, made);
        return made;
    }

    internal OperationPlan? Template(OperationDefinitionNode operation, IReadOnlyDictionary<string, object?> variables, bool allowsDeferral)
    {
        foreach (var template in templates)
        {
            if (ReferenceEquals(template.Operation, operation) && template.AllowsDeferral == allowsDeferral
                && HaveSameShape(template.Variables, variables)) return template;
        }
        return null;
    }

    internal void Keep(OperationPlan template)
    {
        lock (gate)
        {
            if (keptFields + template.FieldCount > MostKeptFields) return;
            if (Template(template.Operation, template.Variables, template.AllowsDeferral) is not null) return;
            keptFields += template.FieldCount;
            templates = [.. templates, template];
        }
    }

    /// <summary>True when the conditions decide alike: what a plan's fields depend on beside the document.</summary>
    private bool HaveSameShape(IReadOnlyDictionary<string, object?> one, IReadOnlyDictionary<string, object?> other)
    {
        foreach (var name in conditions)
        {
            var isInOne = one.TryGetValue(name, out var value);
            if (isInOne != other.TryGetValue(name, out var otherValue) || !Equals(value, otherValue)) return false;
        }
        return true;
    }

    private string NotFound(string? name) => (name, operations.Count) switch
    {
        (null, 0) => "The document has no operation.",
        (null, _) => "The document has several operations: the request must name one of them as operationName.",
        _ => "The document has no operation of the name given as operationName.",
    };
}

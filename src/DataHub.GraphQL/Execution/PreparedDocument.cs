using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Language;

namespace DataHub.GraphQL.Execution;

/// <summary>
/// A document that was parsed and validated once; made by <see cref="GraphQLEngine.Prepare"/> and fit for any number of requests.
/// </summary>
public sealed class PreparedDocument
{
    // Plans are kept up to this many fields a document, so that a flood of documents that spread into large plans cannot fill the memory.
    private const int MostKeptFields = 500;

    private readonly ConcurrentDictionary<(OperationDefinitionNode Operation, string Shape, bool AllowsDeferral), OperationPlan> templates = new();
    private readonly string[] conditions = [];
    private int keptFields;
    private readonly Dictionary<string, FragmentDefinitionNode> fragments = new(StringComparer.Ordinal);
    private readonly List<OperationDefinitionNode> operations = [];

    internal PreparedDocument(string text, DocumentNode? document, IReadOnlyList<GraphQLError> errors)
    {
        (Text, Errors) = (text, errors);
        if (document is null) return;
        operations.AddRange(document.Definitions.OfType<OperationDefinitionNode>());
        foreach (var fragment in document.Definitions.OfType<FragmentDefinitionNode>()) fragments.TryAdd(fragment.Name.Value, fragment);
        conditions = ConditionVariables.In(document);
    }

    public string Text { get; }

    /// <summary>Syntax or validation errors; a document that has any is not executed.</summary>
    public IReadOnlyList<GraphQLError> Errors { get; }

    /// <summary>In document order; empty when the text could not be parsed.</summary>
    public IReadOnlyList<OperationDefinitionNode> Operations => operations;

    /// <summary>
    /// Section 6.1 GetOperation: the operation of that name, or the only one when <paramref name="name"/> is null. When there is none,
    /// <paramref name="error"/> says why.
    /// </summary>
    public bool TryFindOperation(
        string? name, [NotNullWhen(true)] out OperationDefinitionNode? operation, [NotNullWhen(false)] out GraphQLError? error)
    {
        operation = name is null
            ? (operations.Count == 1 ? operations[0] : null)
            : operations.FirstOrDefault(o => o.Name?.Value == name);
        error = operation is null ? new GraphQLError(NotFound(name), ErrorCodes.Operation) : null;
        return operation is not null;
    }

    internal FragmentDefinitionNode? Fragment(string name) => fragments.GetValueOrDefault(name);

    internal OperationPlan? Template(
        OperationDefinitionNode operation, IReadOnlyDictionary<string, object?> variables, bool allowsDeferral) =>
        templates.GetValueOrDefault((operation, Shape(variables), allowsDeferral));

    internal void Keep(OperationPlan template)
    {
        if (Interlocked.Add(ref keptFields, template.FieldCount) <= MostKeptFields)
            templates.TryAdd((template.Operation, Shape(template.Variables), template.AllowsDeferral), template);
        else
            Interlocked.Add(ref keptFields, -template.FieldCount);
    }

    /// <summary>How the conditions decide: what a plan's fields depend on beside the document.</summary>
    private string Shape(IReadOnlyDictionary<string, object?> variables) => conditions.Length == 0
        ? ""
        : string.Join(',', conditions.Select(name => variables.TryGetValue(name, out var value) ? $"{value}" : "-"));

    private string NotFound(string? name) => (name, operations.Count) switch
    {
        (null, 0) => "The document has no operation.",
        (null, _) => "The document has several operations: the request must name one of them as operationName.",
        _ => "The document has no operation of the name given as operationName.",
    };
}

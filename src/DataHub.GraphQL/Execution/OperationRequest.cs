using System.Text.Json;

namespace DataHub.GraphQL.Execution;

/// <summary>What a request brings beside its document (section 6).</summary>
public sealed record OperationRequest
{
    /// <summary>Null when the document has one operation only.</summary>
    public string? OperationName { get; init; }

    /// <summary>A JSON object; null or JSON null when the request brings none.</summary>
    public JsonElement? Variables { get; init; }

    /// <summary>How long the execution may take; null: as long as <see cref="Limits.OperationLimits.ExecutionTime"/> says, which holds in any case.</summary>
    public TimeSpan? Time { get; init; }

    /// <summary>
    /// True when the answer may be written while it is executed: <see cref="ExecutionResult.Stream"/> is then to be looked at.
    /// </summary>
    public bool MayStream { get; init; }

    /// <summary>What is to be told of the operation; <see cref="Explanation.None"/> runs it.</summary>
    public Explanation Explain { get; init; }
}

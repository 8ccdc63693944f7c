namespace DataHub.GraphQL.Execution;

/// <summary>What a request wants to know of an operation instead of its answer.</summary>
public enum Explanation
{
    /// <summary>Nothing: the operation runs.</summary>
    None,

    /// <summary>What it can cost, and which fields cost most.</summary>
    Cost,
}

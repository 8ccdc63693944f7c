namespace DataHub.GraphQL.Execution;

/// <summary>What a request wants to know of an operation instead of its answer, or beside it.</summary>
public enum Explanation
{
    /// <summary>Nothing: the operation runs.</summary>
    None,

    /// <summary>What it can cost, and which fields cost most.</summary>
    Cost,

    /// <summary>What it would ask of the host's stores; it is not run.</summary>
    Plan,

    /// <summary>The answer, and what was asked of the host's stores for it.</summary>
    Run,
}

namespace DataHub.GraphQL.Cost;

/// <summary>What one planned field costs at most.</summary>
/// <param name="Weights">What the schema says of it.</param>
/// <param name="Run">Of running it once, for one parent.</param>
/// <param name="Element">Of one object that it gives with all that is asked of it, or of one leaf value.</param>
internal sealed record FieldCost(FieldWeights Weights, double Run, CostTotals Element)
{
    /// <summary>True for most leaf fields.</summary>
    public bool IsFree { get; } = Run == 0 && Element == default;
}

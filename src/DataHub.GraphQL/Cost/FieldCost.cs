namespace DataHub.GraphQL.Cost;

/// <summary>What one planned field costs at most.</summary>
/// <param name="Run">Of running it once, for one parent.</param>
/// <param name="Element">Of one object that it gives with all that is asked of it, or of one leaf value.</param>
internal sealed record FieldCost(double Run, CostTotals Element);

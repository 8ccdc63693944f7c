namespace DataHub.GraphQL.Cost;

/// <summary>Where the requested cost of an operation comes from.</summary>
/// <param name="Totals">Its two parts.</param>
/// <param name="Fields">The fields that cost most by themselves, dearest first.</param>
public sealed record CostExplanation(CostTotals Totals, IReadOnlyList<CostContribution> Fields);

/// <summary>One field's own part of a cost: without what is asked below it.</summary>
/// <param name="Path">Response keys from the root with dots between them; empty for the root object itself.</param>
/// <param name="Count">How many elements the field can give in the whole answer.</param>
/// <param name="Cost">Of running the field for all its parents and of these elements.</param>
public sealed record CostContribution(string Path, double Count, double Cost);

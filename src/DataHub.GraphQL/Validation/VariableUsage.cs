using DataHub.GraphQL.Language;

namespace DataHub.GraphQL.Validation;

/// <summary>A variable where it is used.</summary>
public sealed record VariableUsage(VariableNode Variable, InputPosition Position);

namespace DataHub.GraphQL.Errors;

/// <summary>A place in a source text, both counted from 1. https://spec.graphql.org/September2025/#sec-Errors</summary>
public readonly record struct SourceLocation(int Line, int Column);

namespace DataHub.GraphQL.Cost;

/// <summary>How often rows stand in an answer.</summary>
/// <param name="Sum">All together.</param>
/// <param name="Each">Row by row; null means each stands there once.</param>
internal readonly record struct Places(double Sum, double[]? Each);

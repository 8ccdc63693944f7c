namespace DataHub.GraphQL.Comparison;

/// <summary>One difference between two schemas.</summary>
/// <param name="Level">What it does to clients.</param>
/// <param name="Kind">What was changed.</param>
/// <param name="Coordinate">Schema coordinate of the changed element: the old one of what was removed, <c>schema</c> for a root
/// type.</param>
/// <param name="Message">One sentence that names both sides.</param>
public sealed record SchemaChange(ChangeLevel Level, ChangeKind Kind, string Coordinate, string Message);

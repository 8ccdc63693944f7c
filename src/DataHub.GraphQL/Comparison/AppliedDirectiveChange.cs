using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Comparison;

/// <summary>A custom directive that is applied otherwise than before; introspection does not tell of it.</summary>
/// <param name="Coordinate">The element it is applied to.</param>
/// <param name="Name">The directive's name, without the at sign.</param>
/// <param name="Before">As applied before, in order; empty when it was not.</param>
/// <param name="After">As applied now.</param>
public sealed record AppliedDirectiveChange(
    string Coordinate, string Name, IReadOnlyList<AppliedDirective> Before, IReadOnlyList<AppliedDirective> After);

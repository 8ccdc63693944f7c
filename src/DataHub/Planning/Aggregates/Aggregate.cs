namespace DataHub.Planning;

/// <summary>A figure over all rows of a list.</summary>
/// <param name="Field">Field of the connection type.</param>
/// <param name="ClrType">Type of the figure.</param>
/// <param name="Sql">The aggregate, given the alias of the rows.</param>
internal sealed record Aggregate(string Field, Type ClrType, Func<Identifier, Fragment> Sql);

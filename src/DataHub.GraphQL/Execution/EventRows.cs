namespace DataHub.GraphQL.Execution;

/// <summary>
/// The one object that the root of a subscription is executed on, once for each event (section 6.2.3.2): the resolver of the root field
/// finds the event here.
/// </summary>
public sealed class EventRows(object value) : RowSet
{
    /// <summary>What the source stream gave.</summary>
    public object Event { get; } = value;

    public override int Count => 1;

    public override ResolvedField Read(FieldSelection field) =>
        throw new InvalidOperationException($"{field.Definition.Coordinate} has no resolver.");
}

namespace DataHub.Planning;

/// <summary>What one field of a filter input means.</summary>
internal abstract class FieldFilter
{
    /// <summary>The condition for a value that is not null, on the row of that alias.</summary>
    public abstract Fragment Condition(object value, Identifier row, FilterScope scope);

    /// <summary>
    /// Whether the condition holds where there is no row, such as on the owner of a business that has none: all fields of the row are
    /// null then, and its lists are empty.
    /// </summary>
    public abstract bool HoldsForNothing(object value);
}

/// <summary>A condition that a slice writes itself; it holds for no missing row.</summary>
internal sealed class OwnFilter(Func<object, Identifier, HubRequest, Fragment> condition) : FieldFilter
{
    public override Fragment Condition(object value, Identifier row, FilterScope scope) => condition(value, row, scope.Request);

    public override bool HoldsForNothing(object value) => false;
}

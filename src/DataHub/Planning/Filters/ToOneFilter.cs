using DataHub.GraphQL.Execution;

namespace DataHub.Planning;

/// <summary>
/// Conditions on the one row that a row points at. Where there is none, its fields count as null: <c>owner: { name: { eq: null } }</c>
/// holds for a business without an owner.
/// </summary>
internal sealed class ToOneFilter(ToOneField relation, FilterMap target, string? knownField) : FieldFilter
{
    public override Fragment Condition(object value, Identifier row, FilterScope scope)
    {
        var given = FilterMap.Given((InputObject)value).ToList();
        var conditions = given.Where(entry => entry.Key == knownField).Select(entry => Known(entry.Value!, row, scope)).ToList();
        var rest = given.Where(entry => entry.Key != knownField).ToList();
        if (rest.Count > 0) conditions.Add(OfRow(rest, row, scope));
        return FilterMap.All(conditions);
    }

    public override bool HoldsForNothing(object value) => target.HoldsForNothing((InputObject)value);

    // The row itself holds the value: an index on its column serves.
    private Fragment Known(object operations, Identifier row, FilterScope scope) =>
        new ValueFilter(r => Fragment.Of($"{r}.{new Identifier(relation.Known!.Value.Own)}"), typeof(string))
            .Condition(operations, row, scope);

    // PostgreSQL joins what stands in EXISTS and NOT EXISTS (semi-join, anti-join) when all in it depends on the outer row by
    // such conditions only; a left join in it would run once a row.
    private Fragment OfRow(List<KeyValuePair<string, object?>> given, Identifier row, FilterScope scope)
    {
        var other = scope.Alias;
        var condition = FilterMap.All([.. given.Select(entry => target.Condition(entry.Key, entry.Value!, other, scope.Inner))]);
        if (condition == FilterMap.True) return condition;
        var holdsForNothing = given.All(entry => target.HoldsForNothing(entry.Key, entry.Value!));
        var found = Fragment.Of($"select from {relation.Target().Source} {other} where {relation.On(row, other)}");
        if (relation.Target().RowRule?.Invoke(scope.Request.Caller, other) is { } rule) found = Fragment.Of($"{found} and {rule}");
        return holdsForNothing
            ? Fragment.Of($"not exists ({found} and not coalesce({condition}, false))")
            : Fragment.Of($"exists ({found} and {condition})");
    }
}

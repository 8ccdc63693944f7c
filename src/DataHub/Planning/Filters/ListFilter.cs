using DataHub.GraphQL.Execution;

namespace DataHub.Planning;

/// <summary>
/// Conditions on the rows that point at a row: <c>some</c>, <c>none</c>, <c>all</c> and <c>any</c>, over those that the caller may see.
/// </summary>
internal sealed class ListFilter(ChildrenField children, FilterMap target) : FieldFilter
{
    public override Fragment Condition(object value, Identifier row, FilterScope scope) => FilterMap.All(
    [
        .. FilterMap.Given((InputObject)value)
            .Select(entry => Quantified(entry.Key, entry.Value!, row, scope))
            .Where(condition => condition != FilterMap.True),
    ]);

    public override bool HoldsForNothing(object value) => FilterMap.Given((InputObject)value).All(entry => (entry.Key, entry.Value) switch
    {
        ("none" or "all", _) or ("any", false) => true,
        _ => false,
    });

    private Fragment Quantified(string quantifier, object value, Identifier row, FilterScope scope)
    {
        var other = scope.Alias;
        var pointsHere = Fragment.Of($"{other}.{new Identifier(children.ForeignKey)} = {row}.{new Identifier(children.Key)}");
        var found = Fragment.Of($"select from {children.Target().Source} {other} where {pointsHere}");
        if (children.Target().RowRule?.Invoke(scope.Request.Caller, other) is { } rule) found = Fragment.Of($"{found} and {rule}");
        return (quantifier, value) switch
        {
            ("any", bool any) => any ? Fragment.Of($"exists ({found})") : Fragment.Of($"not exists ({found})"),
            ("some", InputObject input) => Fragment.Of($"exists ({And(found, Inner(input))})"),
            ("none", InputObject input) => Fragment.Of($"not exists ({And(found, Inner(input))})"),
            ("all", InputObject input) => Inner(input) is var condition && condition == FilterMap.True
                ? FilterMap.True
                : Fragment.Of($"not exists ({found} and not coalesce({condition}, false))"),
            _ => throw new InvalidOperationException($"Filters on lists have no \"{quantifier}\"."),
        };

        Fragment Inner(InputObject input) => target.Condition(input, other, scope.Inner);
    }

    private static Fragment And(Fragment found, Fragment condition) =>
        condition == FilterMap.True ? found : Fragment.Of($"{found} and {condition}");
}

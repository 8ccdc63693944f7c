using DataHub.GraphQL.Execution;

namespace DataHub.Planning;

/// <summary>What the arguments <c>where</c> and <c>order</c> of a list's field mean.</summary>
/// <param name="Filters">Null: the field has no <c>where</c>.</param>
/// <param name="Orders">Null: the field has no <c>order</c>.</param>
internal sealed record ListArguments(FilterMap? Filters, SortMap? Orders)
{
    private const int MostKeys = 3;

    /// <summary>The condition asked for; null: none.</summary>
    public Fragment? Where(FieldSelection field, Identifier row, HubRequest request)
    {
        if (Filters is null || field.Argument<InputObject>("where") is not { } where) return null;
        var condition = Filters.Condition(where, row, request);
        return condition == FilterMap.True ? null : condition;
    }

    /// <summary>The sort keys asked for; null: none. Throws when there are too many, or one is named twice.</summary>
    public IReadOnlyList<SortKey>? Order(FieldSelection field)
    {
        if (Orders is null || field.Argument<object?[]>("order") is not { Length: > 0 } asked) return null;
        var keys = asked.Length > MostKeys ? null : asked.SelectMany(input => Keys((InputObject)input!, Orders)).ToList();
        if (keys is null or { Count: > MostKeys }) throw PageRequest.Wrong(field, "order", $"it may have {MostKeys} sort keys");
        if (keys.DistinctBy(k => (k.Of?.Name, k.Column)).Count() < keys.Count)
            throw PageRequest.Wrong(field, "order", "a sort key is named twice");
        return keys.Count == 0 ? null : keys;
    }

    private static IEnumerable<SortKey> Keys(InputObject input, SortMap map)
    {
        foreach (var (name, value) in input)
        {
            if (value is InputObject inner)
            {
                foreach (var key in Keys(inner, map.Relations[name])) yield return key;
            }
            else if (value is string direction)
            {
                yield return map.Keys[name] with { Descending = direction == "DESC" };
            }
        }
    }
}

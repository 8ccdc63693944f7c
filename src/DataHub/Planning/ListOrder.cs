using DataHub.Shared.Ids;

namespace DataHub.Planning;

/// <summary>
/// The full order of a list: its sort keys and, last, the key that tells the rows apart. Turns places into conditions. Keys of to-one
/// relations are joined where the page is cut, and carried out of it under names of their own.
/// </summary>
public sealed class ListOrder
{
    private readonly IReadOnlyList<Place> places;

    /// <summary>A sort key, the alias of the joined row that has it (null: the list's own row) and its name among the page's columns.</summary>
    private sealed record Place(SortKey Key, Identifier? Joined, string Carried);

    public ListOrder(TableType type, IEnumerable<SortKey> keys)
    {
        List<SortKey> all = [.. keys.Where(k => !IsKey(k, type)), keys.FirstOrDefault(k => IsKey(k, type), new SortKey(type.Key, type.KeyType))];
        var relations = all.Where(k => k.Of is not null).Select(k => k.Of!.Name).Distinct(StringComparer.Ordinal).ToList();
        places = [.. all.Select((key, i) => key.Of is null
            ? new Place(key, null, key.Column)
            : new Place(key, new Identifier($"o{relations.IndexOf(key.Of.Name)}"), $"order{i}"))];
        Keys = [.. places.Select(p => p.Key with { Column = p.Carried, Of = null })];
        Name = $"{type.Name}:{string.Join(',', all.Select(k => $"{(k.Of is null ? "" : $"{k.Of.Name}.")}{k.Column}{(k.Descending ? '-' : '+')}"))}";
    }

    /// <summary>Tells the lists and orders of a hub apart.</summary>
    public string Name { get; }

    /// <summary>True when a key is a related row's.</summary>
    public bool IsJoined => places.Any(p => p.Joined is not null);

    /// <summary>The keys as columns of the page's rows.</summary>
    public IReadOnlyList<SortKey> Keys { get; }

    /// <summary>Joins that the page's cut needs, with a space before each; empty when all keys are the rows' own.</summary>
    public Fragment Joins(Identifier alias) => Fragment.Join(
        "", places.Where(p => p.Joined is not null).DistinctBy(p => p.Joined).Select(p => Fragment.Of($" {p.Key.Of!.Join(alias, p.Joined!.Value)}")));

    /// <summary>A column of the page's rows as it is selected where the page is cut.</summary>
    public Fragment Selected(Identifier alias, string column) => places.FirstOrDefault(p => p.Joined is not null && p.Carried == column) is { } place
        ? Fragment.Of($"{Inside(place, alias)} as {new Identifier(column)}")
        : Fragment.Of($"{alias}.{new Identifier(column)}");

    /// <summary>ORDER BY of the page's rows; turned around for pages read from their end. PostgreSQL puts nulls last going up and first going down.</summary>
    public Fragment OrderBy(Identifier alias, bool reversed) =>
        OrderBy(place => Fragment.Of($"{alias}.{new Identifier(place.Carried)}"), reversed);

    /// <summary>The same where the page is cut.</summary>
    public Fragment OrderByInside(Identifier alias, bool reversed) => OrderBy(place => Inside(place, alias), reversed);

    /// <summary>The cursor of a row, given its sort keys as text.</summary>
    public string Cursor(Cursors cursors, IReadOnlyList<string?> values) => cursors.Encode(Name, values);

    /// <summary>Rows behind the cursor (or before it), where the page is cut. Null when the cursor is not of this list.</summary>
    public Fragment? Beyond(Cursors cursors, string cursor, Identifier alias, bool before)
    {
        if (!cursors.TryDecode(Name, cursor, out var texts) || texts.Count != places.Count) return null;
        var alternatives = new List<Fragment>();
        for (var i = 0; i < places.Count; i++)
        {
            if (After(i) is not { } after) continue;
            alternatives.Add(Fragment.Join(" and ", [.. Enumerable.Range(0, i).Select(Tie), after]));
        }
        return Fragment.Of($"({Fragment.Join(" or ", alternatives)})");

        Fragment Tie(int i) => texts[i] is null ? Fragment.Of($"{At(i)} is null") : Fragment.Of($"{At(i)} = {Value(i)}");

        Fragment? After(int i) => (places[i].Key.Descending != before, texts[i]) switch
        {
            (false, null) => null,
            (false, _) => i == places.Count - 1 ? Fragment.Of($"{At(i)} > {Value(i)}") : Fragment.Of($"({At(i)} > {Value(i)} or {At(i)} is null)"),
            (true, null) => Fragment.Of($"{At(i)} is not null"),
            (true, _) => Fragment.Of($"{At(i)} < {Value(i)}"),
        };

        Fragment At(int i) => Inside(places[i], alias);

        SqlValue Value(int i) => SqlValue.OfColumn(SortText.Read(texts[i], places[i].Key.ClrType), places[i].Key.ClrType);
    }

    private static bool IsKey(SortKey key, TableType type) => key.Of is null && key.Column == type.Key;

    private static Fragment Inside(Place place, Identifier alias) => Fragment.Of($"{place.Joined ?? alias}.{new Identifier(place.Key.Column)}");

    private Fragment OrderBy(Func<Place, Fragment> name, bool reversed) => Fragment.Join(
        ", ", places.Select(p => p.Key.Descending != reversed ? Fragment.Of($"{name(p)} desc") : name(p)));
}

using System.Globalization;
using DataHub.Shared.Ids;

namespace DataHub.Planning;

/// <summary>
/// The full order of a list: its sort keys and, last, the key that tells the rows apart. Turns places into conditions. Keys of to-one
/// relations are joined where the page is cut, and carried out of it under names of their own.
/// </summary>
public sealed class ListOrder
{
    private readonly IReadOnlyList<Place> places;

    /// <summary>
    /// A sort key, the alias of the joined row that has it (null: the list's own row) and its name among the page's columns.
    /// </summary>
    private sealed record Place(SortKey Key, Identifier? Joined, string Carried);

    public ListOrder(TableType type, IEnumerable<SortKey> keys)
    {
        var last = keys.FirstOrDefault(k => IsKey(k, type), new SortKey(type.Key, type.KeyType));
        List<SortKey> all = [.. keys.Where(k => !IsKey(k, type)), last];
        if (all.Find(k => (k.Of?.Target() ?? type).VeiledBy(k.Column) is not null) is { Column: not null } veiled)
            throw new InvalidOperationException($"{type.Name} cannot be ordered by {veiled.Column}: the order tells of values that are not shown.");
        var relations = all.Where(k => k.Of is not null).Select(k => k.Of!.Name).Distinct(StringComparer.Ordinal).ToList();
        places = [.. all.Select((key, i) => key.Of is null
            ? new Place(key, null, key.Column)
            : new Place(key, new Identifier($"o{relations.IndexOf(key.Of.Name)}"), $"order{i}"))];
        Keys = [.. places.Select(p => p.Key with { Column = p.Carried, Of = null })];
        Name = $"{type.Name}:{string.Join(',', all.Select(NameOf))}";
    }

    /// <summary>Tells the lists and orders of a hub apart.</summary>
    public string Name { get; }

    /// <summary>Whose list it is: cursors of it are no places in another person's. Null: everybody's.</summary>
    public long? Person { get; init; }

    /// <summary>True when a key is a related row's.</summary>
    public bool IsJoined => places.Any(p => p.Joined is not null);

    /// <summary>The keys as columns of the page's rows.</summary>
    public IReadOnlyList<SortKey> Keys { get; }

    /// <summary>Joins that the page's cut needs, with a space before each; empty when all keys are the rows' own.</summary>
    public Fragment Joins(Identifier alias)
    {
        var joined = places.Where(p => p.Joined is not null).DistinctBy(p => p.Joined);
        return Fragment.Join("", joined.Select(p => Fragment.Of($" {p.Key.Of!.Join(alias, p.Joined!.Value)}")));
    }

    /// <summary>A column of the page's rows as it is selected where the page is cut.</summary>
    public Fragment Selected(Identifier alias, string column) =>
        places.FirstOrDefault(p => p.Joined is not null && p.Carried == column) is { } place
        ? Fragment.Of($"{Inside(place, alias)} as {new Identifier(column)}")
        : Fragment.Of($"{alias}.{new Identifier(column)}");

    /// <summary>
    /// ORDER BY of the page's rows; turned around for pages read from their end. PostgreSQL puts nulls last going up and first going down.
    /// </summary>
    public Fragment OrderBy(Identifier alias, bool reversed) =>
        OrderBy(place => Fragment.Of($"{alias}.{new Identifier(place.Carried)}"), reversed);

    /// <summary>The same where the page is cut.</summary>
    public Fragment OrderByInside(Identifier alias, bool reversed) => OrderBy(place => Inside(place, alias), reversed);

    /// <summary>The cursor of a row, given its sort keys as text.</summary>
    public string Cursor(Cursors cursors, IReadOnlyList<string?> values) => cursors.Encode(Bound, values);

    /// <summary>The place that a cursor names, where the page is cut. Null when the cursor is not of this list.</summary>
    internal CursorPlace? PlaceOf(Cursors cursors, string cursor, Identifier alias, bool before) =>
        cursors.TryDecode(Bound, cursor, out var texts) && texts.Count == places.Count
            ? new CursorPlace(Keys, key => Inside(places[key], alias), texts, before)
            : null;

    private string Bound => Person is { } person ? string.Create(CultureInfo.InvariantCulture, $"{Name}|{person}") : Name;

    private static string NameOf(SortKey key) => $"{(key.Of is null ? "" : $"{key.Of.Name}.")}{key.Column}{(key.Descending ? '-' : '+')}";

    private static bool IsKey(SortKey key, TableType type) => key.Of is null && key.Column == type.Key;

    private static Fragment Inside(Place place, Identifier alias) =>
        Fragment.Of($"{place.Joined ?? alias}.{new Identifier(place.Key.Column)}");

    private Fragment OrderBy(Func<Place, Fragment> name, bool reversed) => Fragment.Join(
        ", ", places.Select(p => p.Key.Descending != reversed ? Fragment.Of($"{name(p)} desc") : name(p)));
}

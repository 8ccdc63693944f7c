using DataHub.Shared.Ids;

namespace DataHub.Planning;

/// <summary>The full order of a list: its sort keys and, last, the key that tells the rows apart. Turns places into conditions.</summary>
public sealed class ListOrder
{
    public ListOrder(TableType type, IEnumerable<SortKey> keys)
    {
        Keys = [.. keys.Where(k => k.Column != type.Key), keys.FirstOrDefault(k => k.Column == type.Key, new SortKey(type.Key, type.KeyType))];
        Name = $"{type.Name}:{string.Join(',', Keys.Select(k => $"{k.Column}{(k.Descending ? '-' : '+')}"))}";
    }

    /// <summary>Tells the lists and orders of a hub apart.</summary>
    public string Name { get; }

    public IReadOnlyList<SortKey> Keys { get; }

    /// <summary>ORDER BY; turned around for pages read from their end. PostgreSQL puts nulls last going up and first going down.</summary>
    public Fragment OrderBy(Identifier alias, bool reversed) => Fragment.Join(
        ", ",
        Keys.Select(key => key.Descending != reversed
            ? Fragment.Of($"{alias}.{new Identifier(key.Column)} desc")
            : Fragment.Of($"{alias}.{new Identifier(key.Column)}")));

    /// <summary>The cursor of a row, given its sort keys as text.</summary>
    public string Cursor(Cursors cursors, IReadOnlyList<string?> values) => cursors.Encode(Name, values);

    /// <summary>Rows behind the cursor (or before it). Null when the cursor is not of this list.</summary>
    public Fragment? Beyond(Cursors cursors, string cursor, Identifier alias, bool before)
    {
        if (!cursors.TryDecode(Name, cursor, out var texts) || texts.Count != Keys.Count) return null;
        var alternatives = new List<Fragment>();
        for (var i = 0; i < Keys.Count; i++)
        {
            if (After(i) is not { } after) continue;
            alternatives.Add(Fragment.Join(" and ", [.. Enumerable.Range(0, i).Select(Tie), after]));
        }
        return Fragment.Of($"({Fragment.Join(" or ", alternatives)})");

        Fragment Tie(int i) => texts[i] is null ? Fragment.Of($"{Place(i)} is null") : Fragment.Of($"{Place(i)} = {Value(i)}");

        Fragment? After(int i) => (Keys[i].Descending != before, texts[i]) switch
        {
            (false, null) => null,
            (false, _) => i == Keys.Count - 1 ? Fragment.Of($"{Place(i)} > {Value(i)}") : Fragment.Of($"({Place(i)} > {Value(i)} or {Place(i)} is null)"),
            (true, null) => Fragment.Of($"{Place(i)} is not null"),
            (true, _) => Fragment.Of($"{Place(i)} < {Value(i)}"),
        };

        Fragment Place(int i) => Fragment.Of($"{alias}.{new Identifier(Keys[i].Column)}");

        SqlValue Value(int i) => SqlValue.OfColumn(SortText.Read(texts[i], Keys[i].ClrType), Keys[i].ClrType);
    }
}

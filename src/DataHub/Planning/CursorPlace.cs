namespace DataHub.Planning;

/// <summary>
/// The place that a cursor names in a list, and the rows behind it (or before it). Nulls come last going up and first going down, as
/// PostgreSQL has it; the last key is never null.
/// </summary>
/// <param name="keys">Full order of the list.</param>
/// <param name="at">A key's column.</param>
/// <param name="texts">The place's values of the keys.</param>
/// <param name="before">True for the rows before it.</param>
internal sealed class CursorPlace(IReadOnlyList<SortKey> keys, Func<int, Fragment> at, IReadOnlyList<string?> texts, bool before)
{
    /// <summary>One condition for all of them.</summary>
    public Fragment Beyond() => Beyond(0);

    /// <summary>
    /// The same as conditions on parts of the list, the nearer one first: of each an index in the list's order gives the rows from where it
    /// begins. PostgreSQL takes no range of an index from an OR, and "above this or null" is one.
    /// </summary>
    public IReadOnlyList<Fragment> Ranges()
    {
        if (keys.Count == 1) return [Beyond()];
        return (GoesDown(0), texts[0]) switch
        {
            (false, null) => [Fragment.Of($"{at(0)} is null and {Beyond(1)}")],
            (true, null) => [Fragment.Of($"{at(0)} is null and {Beyond(1)}"), Fragment.Of($"{at(0)} is not null")],
            (false, _) => [Known(), Fragment.Of($"{at(0)} is null")],
            (true, _) => [Known()],
        };
    }

    // Behind the place among the rows whose first key is known, as its own is.
    private Fragment Known() => (keys.Count == 2 && GoesDown(0) == GoesDown(1), GoesDown(0)) switch
    {
        (true, false) => Fragment.Of($"({at(0)}, {at(1)}) > ({Value(0)}, {Value(1)})"),
        (true, true) => Fragment.Of($"({at(0)}, {at(1)}) < ({Value(0)}, {Value(1)})"),
        (false, false) => Fragment.Of($"{at(0)} >= {Value(0)} and ({at(0)} > {Value(0)} or {Beyond(1)})"),
        (false, true) => Fragment.Of($"{at(0)} <= {Value(0)} and ({at(0)} < {Value(0)} or {Beyond(1)})"),
    };

    // Of rows that are equal in the keys before.
    private Fragment Beyond(int from)
    {
        var alternatives = new List<Fragment>();
        for (var i = from; i < keys.Count; i++)
        {
            if (After(i) is not { } after) continue;
            alternatives.Add(Fragment.Join(" and ", [.. Enumerable.Range(from, i - from).Select(Tie), after]));
        }
        return Fragment.Of($"({Fragment.Join(" or ", alternatives)})");
    }

    private bool GoesDown(int key) => keys[key].Descending != before;

    private Fragment Tie(int key) => texts[key] is null ? Fragment.Of($"{at(key)} is null") : Fragment.Of($"{at(key)} = {Value(key)}");

    private Fragment? After(int key) => (GoesDown(key), texts[key]) switch
    {
        (false, null) => null,
        (false, _) when key == keys.Count - 1 => Fragment.Of($"{at(key)} > {Value(key)}"),
        (false, _) => Fragment.Of($"({at(key)} > {Value(key)} or {at(key)} is null)"),
        (true, null) => Fragment.Of($"{at(key)} is not null"),
        (true, _) => Fragment.Of($"{at(key)} < {Value(key)}"),
    };

    private SqlValue Value(int key) => SqlValue.OfColumn(SortText.Read(texts[key], keys[key].ClrType), keys[key].ClrType);
}

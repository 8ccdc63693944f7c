using DataHub.GraphQL.Execution;

namespace DataHub.Planning;

/// <summary>The keys that the children of some rows point at, each one once, and which page of children belongs to which row.</summary>
internal sealed class ParentKeys
{
    private ParentKeys(long[] keys, int[]? pageOf, int pages) => (Keys, PageOf, Pages) = (keys, pageOf, pages);

    public long[] Keys { get; }

    /// <summary>By row of the parents: page p is that of key p, and a page behind the last key is empty. Null: row i has page i.</summary>
    public int[]? PageOf { get; }

    /// <summary>Number of pages.</summary>
    public int Pages { get; }

    /// <summary>One page that is no parent's: of a whole list.</summary>
    public static ParentKeys Whole { get; } = new([0], null, 1);

    /// <summary>The keys of a level; null where a parent has none.</summary>
    public static ParentKeys Of(RowSet parents, string column)
    {
        var values = parents.Column<long>(column);
        return IsRising(values) ? new ParentKeys(CopyOf(values), null, values.Count) : Of(values.Count, row => values.IsNull(row) ? null : values[row]);
    }

    public static ParentKeys Of(int parents, Func<int, long?> keyOf)
    {
        var places = new Dictionary<long, int>(parents);
        var keys = new long[parents];
        var pageOf = new int[parents];
        var isOneEach = true;
        for (var row = 0; row < parents; row++)
        {
            var page = -1;
            if (keyOf(row) is { } key && !places.TryGetValue(key, out page))
            {
                places.Add(key, page = places.Count);
                keys[page] = key;
            }
            pageOf[row] = page;
            isOneEach &= page == row;
        }
        if (isOneEach) return new ParentKeys(keys, null, parents);
        for (var row = 0; row < parents; row++)
            if (pageOf[row] < 0) pageOf[row] = places.Count;
        return new ParentKeys(keys[..places.Count], pageOf, places.Count + 1);
    }

    /// <summary>True when all have a key, and no two have the same one, as a walk through them tells.</summary>
    private static bool IsRising(Column<long> values)
    {
        for (var row = 0; row < values.Count; row++)
            if (values.IsNull(row) || (row > 0 && values[row] <= values[row - 1])) return false;
        return true;
    }

    private static long[] CopyOf(Column<long> values)
    {
        var keys = new long[values.Count];
        for (var row = 0; row < keys.Length; row++) keys[row] = values[row];
        return keys;
    }
}

using DataHub.GraphQL.Execution;

namespace DataHub.Planning;

/// <summary>Where the rows of each parent are in a result whose last column is the parent's key; rows of one parent follow each other.</summary>
internal static class ChildRuns
{
    /// <summary>Start and number of rows of each page; without a key column all rows belong to the first one.</summary>
    public static (int Start, int Count)[] Of(RowStore rows, int? keyOrdinal, ParentKeys parents)
    {
        var runs = new (int Start, int Count)[parents.Pages];
        if (keyOrdinal is not { } ordinal)
        {
            if (runs.Length > 0) runs[0] = (0, rows.Count);
            return runs;
        }
        var keys = (Column<long>)rows[ordinal];
        if (TryPutInOrder(runs, keys, parents.Keys)) return runs;
        Array.Clear(runs);
        var byKey = new Dictionary<long, (int, int)>(parents.Keys.Length);
        for (var (row, start) = (0, 0); row < rows.Count; row++)
        {
            if (row + 1 < rows.Count && keys[row + 1] == keys[row]) continue;
            byKey.Add(keys[row], (start, row + 1 - start));
            start = row + 1;
        }
        for (var page = 0; page < parents.Keys.Length; page++)
            if (byKey.TryGetValue(parents.Keys[page], out var run)) runs[page] = run;
        return runs;
    }

    /// <summary>As a rule the rows come in the order of their parents.</summary>
    private static bool TryPutInOrder((int Start, int Count)[] runs, Column<long> keys, long[] parents)
    {
        var page = 0;
        for (var (row, start) = (0, 0); row < keys.Count; row++)
        {
            if (row + 1 < keys.Count && keys[row + 1] == keys[row]) continue;
            while (page < parents.Length && parents[page] != keys[row]) page++;
            if (page == parents.Length) return false;
            runs[page] = (start, row + 1 - start);
            start = row + 1;
        }
        return true;
    }
}

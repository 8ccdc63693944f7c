namespace DataHub.Linkage.Runs;

/// <summary>Blocks without those of more records than are ever compared.</summary>
internal sealed class SmallBlocks
{
    private readonly long[][] keys;
    private readonly HashSet<long> large = [];

    public SmallBlocks(long[][] keys, int cap)
    {
        this.keys = keys;
        var all = new long[keys.Sum(own => own.Length)];
        var next = 0;
        foreach (var own in keys)
        {
            own.CopyTo(all, next);
            next += own.Length;
        }
        Array.Sort(all);
        for (var start = 0; start < all.Length;)
        {
            var end = start + 1;
            while (end < all.Length && all[end] == all[start]) end++;
            if (end - start > cap) large.Add(all[start]);
            start = end;
        }
    }

    /// <summary>The small blocks of a record.</summary>
    public long[] Of(int record) => Array.FindAll(keys[record], key => !large.Contains(key));
}

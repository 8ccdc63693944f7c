namespace DataHub.Linkage.Runs;

/// <summary>How far two partitions of the same records are apart.</summary>
internal static class PartitionDifference
{
    /// <summary>
    /// Records that stand in one partition where they do not in the other: those outside the largest part that a cluster of the one shares
    /// with a cluster of the other, each cluster being paired once, the larger shares first. 0: the partitions are equal.
    /// </summary>
    /// <param name="one">Cluster by record.</param>
    /// <param name="other">Cluster by record, numbered in any other way.</param>
    public static int Count(IReadOnlyList<long> one, IReadOnlyList<long> other)
    {
        if (one.Count != other.Count) throw new ArgumentException("Both partitions are of the same records.", nameof(other));
        var shares = new Dictionary<(long One, long Other), int>();
        for (var i = 0; i < one.Count; i++) shares[(one[i], other[i])] = shares.GetValueOrDefault((one[i], other[i])) + 1;
        var (paired, pairedOther, alike) = (new HashSet<long>(), new HashSet<long>(), 0);
        foreach (var (pair, size) in shares.OrderByDescending(share => share.Value).ThenBy(share => share.Key))
        {
            if (paired.Contains(pair.One) || pairedOther.Contains(pair.Other)) continue;
            paired.Add(pair.One);
            pairedOther.Add(pair.Other);
            alike += size;
        }
        return one.Count - alike;
    }
}

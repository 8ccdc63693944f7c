namespace DataHub.GraphQL.Execution;

/// <summary>Parts the fields of a selection set by the fragments they stand in, so that each field is delivered once.</summary>
internal static class DeferralPlanner
{
    /// <summary>
    /// Null when nothing is deferred here or around here. <paramref name="owners"/> are the fragments that the selection set itself is
    /// delivered with, none for the first delivery; in <paramref name="usages"/>, by field, null stands for them.
    /// </summary>
    public static Deferral? Part(
        IReadOnlyList<DeferUsage> owners, IReadOnlyList<IReadOnlyList<DeferUsage?>> usages, IReadOnlyList<DeferUsage> starts)
    {
        if (owners.Count == 0 && usages.All(u => u.All(one => one is null))) return null;
        var prompt = new List<int>();
        var parts = new List<(IReadOnlyList<DeferUsage> Usages, List<int> Fields)>();
        for (var field = 0; field < usages.Count; field++)
        {
            var set = Owners(usages[field], owners);
            if (Same(set, owners)) prompt.Add(field);
            else if (parts.Find(p => Same(p.Usages, set)).Fields is { } known) known.Add(field);
            else parts.Add((set, [field]));
        }
        var depth = owners.Count == 0 ? 0 : owners.Min(u => u.Depth);
        return new Deferral(depth, [.. prompt], [.. parts.Select(p => new DeferredPart(p.Usages, [.. p.Fields]))], starts);
    }

    /// <summary>The outermost fragments that a field stands in; <paramref name="owners"/> when it stands in none of its own.</summary>
    public static IReadOnlyList<DeferUsage> Owners(IReadOnlyList<DeferUsage?> usages, IReadOnlyList<DeferUsage> owners)
    {
        if (usages.Contains(null)) return owners;
        var set = usages.OfType<DeferUsage>().Distinct().ToList();
        return set.Where(usage => !set.Exists(usage.StandsIn)).ToList();
    }

    private static bool Same(IReadOnlyList<DeferUsage> one, IReadOnlyList<DeferUsage> other) =>
        one.Count == other.Count && one.All(other.Contains);
}

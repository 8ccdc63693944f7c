namespace DataHub.GraphQL.Types.Validation;

/// <summary>Finds circular chains in what refers to what.</summary>
internal static class CycleSearch
{
    /// <summary>
    /// One shortest chain for each circle: it starts with the first of <paramref name="nodes"/> that is on the circle and ends with
    /// the one that refers back to it. A node is on one reported chain at most.
    /// </summary>
    public static IEnumerable<IReadOnlyList<string>> Cycles(IEnumerable<string> nodes, Func<string, IEnumerable<string>> references)
    {
        var reported = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            if (reported.Contains(node) || ShortestCycle(node, references) is not { } cycle) continue;
            reported.UnionWith(cycle);
            yield return cycle;
        }
    }

    // Breadth first and without recursion: chains may be as long as a schema is large.
    private static List<string>? ShortestCycle(string start, Func<string, IEnumerable<string>> references)
    {
        var cameFrom = new Dictionary<string, string>(StringComparer.Ordinal);
        var queue = new Queue<string>([start]);
        while (queue.TryDequeue(out var node))
        {
            foreach (var next in references(node))
            {
                if (next == start) return PathTo(node, start, cameFrom);
                if (cameFrom.TryAdd(next, node)) queue.Enqueue(next);
            }
        }
        return null;
    }

    private static List<string> PathTo(string end, string start, Dictionary<string, string> cameFrom)
    {
        var path = new List<string>();
        for (var node = end; node != start; node = cameFrom[node]) path.Add(node);
        path.Add(start);
        path.Reverse();
        return path;
    }
}

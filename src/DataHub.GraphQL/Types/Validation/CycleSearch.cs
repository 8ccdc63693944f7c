namespace DataHub.GraphQL.Types.Validation;

/// <summary>Finds circular chains in what refers to what.</summary>
internal static class CycleSearch
{
    /// <summary>
    /// The chains that lead back to their start, each from that start to the one that refers to it. At least one for each group of
    /// nodes that refer to one another. Each node is visited once, and without recursion: a chain may be as long as a schema is large.
    /// </summary>
    public static IEnumerable<IReadOnlyList<string>> Cycles(IEnumerable<string> nodes, Func<string, IEnumerable<string>> references)
    {
        var visited = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            foreach (var cycle in From(node, references, visited)) yield return cycle;
        }
    }

    /// <summary>
    /// The shortest chain that leads from a node back to it, from the node to the one that refers to it; null when there is none.
    /// </summary>
    public static IReadOnlyList<string>? Through(string start, Func<string, IEnumerable<string>> references)
    {
        var cameFrom = new Dictionary<string, string>(StringComparer.Ordinal);
        var queue = new Queue<string>([start]);
        while (queue.TryDequeue(out var node))
        {
            foreach (var next in references(node))
            {
                if (next == start) return [start, .. PathBetween(start, node, cameFrom)];
                if (cameFrom.TryAdd(next, node)) queue.Enqueue(next);
            }
        }
        return null;
    }

    private static Stack<string> PathBetween(string start, string end, Dictionary<string, string> cameFrom)
    {
        var path = new Stack<string>();
        for (var node = end; node != start; node = cameFrom[node]) path.Push(node);
        return path;
    }

    private static IEnumerable<IReadOnlyList<string>> From(
        string start, Func<string, IEnumerable<string>> references, HashSet<string> visited)
    {
        if (!visited.Add(start)) yield break;
        var path = new List<string> { start };
        var positions = new Dictionary<string, int>(StringComparer.Ordinal) { [start] = 0 };
        var pending = new Stack<IEnumerator<string>>([references(start).GetEnumerator()]);
        while (pending.TryPeek(out var next))
        {
            if (!next.MoveNext())
            {
                pending.Pop().Dispose();
                positions.Remove(path[^1]);
                path.RemoveAt(path.Count - 1);
            }
            else if (positions.TryGetValue(next.Current, out var position))
            {
                yield return path[position..];
            }
            else if (visited.Add(next.Current))
            {
                positions[next.Current] = path.Count;
                path.Add(next.Current);
                pending.Push(references(next.Current).GetEnumerator());
            }
        }
    }
}

using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Execution;

/// <summary>Cuts lists into the items that come with the field and those that come later (<c>@stream</c>).</summary>
internal static class StreamCut
{
    /// <summary>The second is null when no list has more than <paramref name="count"/> items.</summary>
    public static (ResolvedField Now, ResolvedField? Later) Cut(ResolvedField all, int count, NamedType type)
    {
        var outer = all.Layers[0];
        var now = new Side(outer.Starts.Length);
        var later = new Side(outer.Starts.Length);
        for (var list = 0; list + 1 < outer.Starts.Length; list++)
        {
            var end = outer.Starts[list + 1];
            var middle = (int)Math.Min((long)outer.Starts[list] + count, end);
            now.Add(list, outer.Starts[list], middle);
            later.Add(list, middle, end);
        }
        if (later.Items.Count == 0) return (all, null);
        var first = ElementPick.Pick(all, 1, [.. now.Items], type);
        var rest = ElementPick.Pick(all, 1, [.. later.Items], type);
        return (first.Under(new ListLayer(now.Starts, outer.Nulls), all.Errors), rest.Under(new ListLayer(later.Starts), []));
    }

    private sealed class Side(int starts)
    {
        public int[] Starts { get; } = new int[starts];

        public List<int> Items { get; } = [];

        public void Add(int list, int from, int to)
        {
            for (var item = from; item < to; item++) Items.Add(item);
            Starts[list + 1] = Items.Count;
        }
    }
}

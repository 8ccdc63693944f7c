namespace DataHub.Api.Documents;

/// <summary>
/// Texts that clients sent once and name by hash since (Apollo's automatic persisted queries). Each client finds its own only and fills
/// a quarter of the room at most, so that a flood of one drives out no other's; what was not used for longest goes first.
/// </summary>
internal sealed class AutomaticDocuments(int maxDocuments, int maxBytes)
{
    private const int Share = 4;

    private readonly Dictionary<string, Shelf> shelves = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private int count;
    private long bytes;

    /// <summary>The text that this client stored under the hash; null when there is none (any more).</summary>
    public string? Find(string client, string hash)
    {
        lock (gate) return shelves.TryGetValue(client, out var shelf) ? shelf.Find(hash) : null;
    }

    /// <summary>Stores a text that is known to have that hash and to be valid.</summary>
    public void Keep(string client, string hash, string text)
    {
        if (BytesOf(text) > maxBytes / Share) return;
        lock (gate)
        {
            if (!shelves.TryGetValue(client, out var shelf)) shelves[client] = shelf = new Shelf();
            if (shelf.Find(hash) is not null) return;
            shelf.Add(hash, text);
            count++;
            bytes += BytesOf(text);
            while (shelf.Count > Math.Max(1, maxDocuments / Share) || shelf.Bytes > maxBytes / Share) DropOldest(client, shelf);
            while (count > maxDocuments || bytes > maxBytes)
            {
                var (largest, fullest) = shelves.MaxBy(entry => entry.Value.Bytes);
                DropOldest(largest, fullest);
            }
        }
    }

    private void DropOldest(string client, Shelf shelf)
    {
        count--;
        bytes -= shelf.DropOldest();
        if (shelf.Count == 0) shelves.Remove(client);
    }

    private static long BytesOf(string text) => text.Length * (long)sizeof(char);

    /// <summary>The texts of one client.</summary>
    private sealed class Shelf
    {
        private readonly Dictionary<string, LinkedListNode<(string Hash, string Text)>> byHash = new(StringComparer.Ordinal);
        private readonly LinkedList<(string Hash, string Text)> byUse = new();

        public int Count => byHash.Count;

        public long Bytes { get; private set; }

        public string? Find(string hash)
        {
            if (!byHash.TryGetValue(hash, out var node)) return null;
            byUse.Remove(node);
            byUse.AddFirst(node);
            return node.Value.Text;
        }

        public void Add(string hash, string text)
        {
            byHash.Add(hash, byUse.AddFirst((hash, text)));
            Bytes += BytesOf(text);
        }

        /// <summary>How many bytes it had.</summary>
        public long DropOldest()
        {
            var (hash, text) = byUse.Last!.Value;
            byUse.RemoveLast();
            byHash.Remove(hash);
            Bytes -= BytesOf(text);
            return BytesOf(text);
        }
    }
}

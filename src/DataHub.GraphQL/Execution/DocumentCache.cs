namespace DataHub.GraphQL.Execution;

/// <summary>
/// Prepared documents by text, bounded by count and by characters. A document enters on trial and is kept once it is asked for again;
/// either part
/// drops what was not used for longest. A flood of documents that come once drives out other documents on trial only.
/// </summary>
internal sealed class DocumentCache(int maxDocuments, int maxCharacters)
{
    // A quarter of the room is for documents on trial.
    private readonly Segment trial = new(Math.Max(1, maxDocuments / 4), maxCharacters / 4);
    private readonly Segment kept = new(maxDocuments - (maxDocuments / 4), maxCharacters - (maxCharacters / 4));
    private readonly Lock gate = new();

    public int Count
    {
        get
        {
            lock (gate) return trial.Count + kept.Count;
        }
    }

    public PreparedDocument? Find(string text)
    {
        lock (gate)
        {
            if (kept.Find(text) is { } known) return known;
            if (trial.Find(text) is not { } again) return null;
            trial.Remove(text);
            kept.Add(again);
            return again;
        }
    }

    public void Add(PreparedDocument document)
    {
        lock (gate)
        {
            if (kept.Find(document.Text) is null && trial.Find(document.Text) is null) trial.Add(document);
        }
    }

    private sealed class Segment(int maxDocuments, int maxCharacters)
    {
        private readonly Dictionary<string, LinkedListNode<PreparedDocument>> byText = new(new DocumentTextComparer());
        private readonly LinkedList<PreparedDocument> byUse = new();
        private long characters;

        public int Count => byText.Count;

        public PreparedDocument? Find(string text)
        {
            if (!byText.TryGetValue(text, out var node)) return null;
            if (node.Previous is null) return node.Value;
            byUse.Remove(node);
            byUse.AddFirst(node);
            return node.Value;
        }

        public void Add(PreparedDocument document)
        {
            if (document.Text.Length > maxCharacters) return;
            byText.Add(document.Text, byUse.AddFirst(document));
            characters += document.Text.Length;
            while (byText.Count > maxDocuments || characters > maxCharacters) Remove(byUse.Last!.Value.Text);
        }

        public void Remove(string text)
        {
            if (!byText.Remove(text, out var node)) return;
            byUse.Remove(node);
            characters -= text.Length;
        }
    }
}

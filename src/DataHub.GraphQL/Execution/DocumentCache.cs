using System.Runtime.CompilerServices;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Execution;

/// <summary>
/// Prepared documents by schema and text, bounded by count and by characters; engines may share one. A document enters on trial and is kept
/// once it is asked for again; either part drops what was not used for longest. A flood of documents that come once drives out other documents
/// on trial only.
/// </summary>
/// <param name="maxDocuments">How many are kept; at least 1.</param>
/// <param name="maxCharacters">How many characters they may have together; a longer document is not kept.</param>
public sealed class DocumentCache(int maxDocuments, int maxCharacters)
{
    // A quarter of the room is for documents on trial.
    private readonly Segment trial = new(Math.Max(1, maxDocuments / 4), maxCharacters / 4);
    private readonly Segment kept = new(maxDocuments - (maxDocuments / 4), maxCharacters - (maxCharacters / 4));
    private readonly Lock gate = new();

    /// <summary>How many are kept now.</summary>
    public int Count
    {
        get
        {
            lock (gate) return trial.Count + kept.Count;
        }
    }

    /// <summary>Lets go of the documents of a schema that is not used any more.</summary>
    public void Forget(Schema schema)
    {
        lock (gate)
        {
            trial.Forget(schema);
            kept.Forget(schema);
        }
    }

    internal PreparedDocument? Find(Schema schema, string text)
    {
        var key = new Key(schema, text);
        lock (gate)
        {
            if (kept.Find(key) is { } known) return known;
            if (trial.Find(key) is not { } again) return null;
            trial.Remove(key);
            kept.Add(key, again);
            return again;
        }
    }

    internal void Add(PreparedDocument document)
    {
        var key = new Key(document.Schema, document.Text);
        lock (gate)
        {
            if (kept.Find(key) is null && trial.Find(key) is null) trial.Add(key, document);
        }
    }

    private readonly record struct Key(Schema Schema, string Text);

    private sealed class KeyComparer : IEqualityComparer<Key>
    {
        private readonly DocumentTextComparer texts = new();

        public bool Equals(Key x, Key y) => ReferenceEquals(x.Schema, y.Schema) && texts.Equals(x.Text, y.Text);

        public int GetHashCode(Key key) => texts.GetHashCode(key.Text) ^ RuntimeHelpers.GetHashCode(key.Schema);
    }

    private sealed class Segment(int maxDocuments, int maxCharacters)
    {
        private readonly Dictionary<Key, LinkedListNode<PreparedDocument>> byText = new(new KeyComparer());
        private readonly LinkedList<PreparedDocument> byUse = new();
        private long characters;

        public int Count => byText.Count;

        public PreparedDocument? Find(Key key)
        {
            if (!byText.TryGetValue(key, out var node)) return null;
            if (node.Previous is null) return node.Value;
            byUse.Remove(node);
            byUse.AddFirst(node);
            return node.Value;
        }

        public void Add(Key key, PreparedDocument document)
        {
            if (key.Text.Length > maxCharacters) return;
            byText.Add(key, byUse.AddFirst(document));
            characters += key.Text.Length;
            while (byText.Count > maxDocuments || characters > maxCharacters) Remove(KeyOf(byUse.Last!.Value));
        }

        public void Remove(Key key)
        {
            if (!byText.Remove(key, out var node)) return;
            byUse.Remove(node);
            characters -= key.Text.Length;
        }

        public void Forget(Schema schema)
        {
            foreach (var document in byUse.Where(document => ReferenceEquals(document.Schema, schema)).ToList()) Remove(KeyOf(document));
        }

        private static Key KeyOf(PreparedDocument document) => new(document.Schema, document.Text);
    }
}

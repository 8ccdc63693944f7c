using System.Text;
using DataHub.Feeds.Reading;

namespace DataHub.Feeds.Sources;

/// <summary>Pages that are published together.</summary>
internal sealed record SourceBatch(IReadOnlyList<SourcePage> Pages)
{
    /// <summary>Where the cursor stands once the batch is published; null: where it stood.</summary>
    public long? Position => Pages.Max(page => page.Position);

    /// <summary>NIBs that were asked for.</summary>
    public IEnumerable<NibAnswer> Nibs => Pages.SelectMany(page => page.Nibs);

    /// <summary>Records received.</summary>
    public int Received => Pages.Sum(page => page.Rows.Count);

    /// <summary>
    /// The records as the feed's file would have them, in memory only. Of several forms of one record the newest stays: a listing of pages
    /// shows a record twice when it changes meanwhile.
    /// </summary>
    public async Task<FeedFile> OpenAsync(FeedDefinition feed, CancellationToken cancel)
    {
        var newest = new Dictionary<string, SourceRow>(StringComparer.Ordinal);
        foreach (var row in Pages.SelectMany(page => page.Rows))
            if (!newest.TryGetValue(row.Key, out var other) || row.Version >= other.Version) newest[row.Key] = row;
        var text = new StringBuilder().AppendJoin(',', feed.Columns.Select(column => column.Name)).Append('\n');
        foreach (var row in newest.Values) text.AppendJoin(',', row.Fields.Select(Quoted)).Append('\n');
        return await FeedFile.OpenAsync(new MemoryStream(Encoding.UTF8.GetBytes(text.ToString())), cancel);
    }

    // A record is one line, so that its line tells its place; within a field all white space counts as one space.
    private static string Quoted(string field) => $"\"{field.ReplaceLineEndings(" ").Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

using System.Text;

namespace DataHub.Feeds.Reading;

/// <summary>Which feed a file is, and where in its rows each of the feed's columns stands.</summary>
/// <param name="Feed">The feed.</param>
/// <param name="Separator">Character between fields.</param>
/// <param name="Places">For each column of the feed its place in a row.</param>
/// <param name="Width">Fields of a row.</param>
public sealed record FeedHeader(FeedDefinition Feed, char Separator, int[] Places, int Width)
{
    /// <summary>Columns that a quarantine report has behind those of the feed: the agency corrects its rows and sends it back.</summary>
    internal static readonly string[] ReportColumns = ["line", "column", "reason", "message", "row"];

    private static readonly char[] Separators = [',', ';', '\t', '|'];

    /// <summary>True for a quarantine report that comes back.</summary>
    public bool IsReport { get; init; }

    /// <summary>Recognises a header by its column names, in any order and case. Throws when it is no feed's.</summary>
    public static FeedHeader Match(string line)
    {
        var best = (from separator in Separators
                    let names = Split(line, separator)
                    from feed in FeedCatalogue.All
                    let found = feed.Columns.Count(column => names.Contains(Plain(column.Name)))
                    // Nearest: most columns found, then the one whose key is there, then fewest missing.
                    orderby found descending, names.Contains(Plain(feed.Key.Name)) descending, feed.Columns.Count
                    select (feed, separator, names, found)).First();
        if (best.found == 0) throw new FeedRefusedException("the first line is not the header of any feed");
        Check(best.feed, best.names);
        var places = best.feed.Columns.Select(column => best.names.IndexOf(Plain(column.Name))).ToArray();
        return new FeedHeader(best.feed, best.separator, places, best.names.Count) { IsReport = ReportColumns.All(best.names.Contains) };
    }

    private static void Check(FeedDefinition feed, List<string> names)
    {
        var missing = feed.Columns.Where(column => !names.Contains(Plain(column.Name))).Select(column => column.Name).ToList();
        var known = feed.Columns.Select(column => Plain(column.Name)).ToHashSet();
        var unknown = names.Where(name => !known.Contains(name)).Select(name => name.Length > 40 ? name[..40] : name).Take(10).ToList();
        var twice = names.GroupBy(name => name).Where(group => group.Count() > 1 && known.Contains(group.Key)).Select(group => group.Key).ToList();
        // Columns that the hub does not know are left aside, as long as none of its own is missing: they may be one of those, renamed.
        if (missing.Count + twice.Count == 0) return;
        var message = new StringBuilder($"the header is not that of a feed; the nearest is {feed.Name}");
        if (missing.Count > 0) message.Append("; missing columns: ").AppendJoin(", ", missing);
        if (unknown.Count > 0) message.Append("; unknown columns: ").AppendJoin(", ", unknown);
        if (twice.Count > 0) message.Append("; columns that come twice: ").AppendJoin(", ", twice);
        throw new FeedRefusedException(message.ToString()) { Feed = feed.Name };
    }

    /// <summary>The header of rows that come as they are, in the feed's order of columns.</summary>
    internal static FeedHeader Of(FeedDefinition feed) => new(feed, ',', [.. Enumerable.Range(0, feed.Columns.Count)], feed.Columns.Count);

    private static List<string> Split(string line, char separator)
    {
        var names = line.Split(separator).Select(Plain).ToList();
        // Spreadsheets save empty columns at the right end.
        while (names.Count > 1 && names[^1].Length == 0) names.RemoveAt(names.Count - 1);
        return names;
    }

    private static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));
}

using System.Text.Json;

namespace DataHub.Feeds.Mapping;

/// <summary>Reads mapping files: JSON as docs/spreadsheets.md describes it. All that is wrong is told at once, each with its
/// path.</summary>
public static class MappingFile
{
    /// <summary>The version of the form; a file says which it has.</summary>
    public const int Version = 1;

    private const int LargestFile = 1 << 20;

    private static readonly JsonDocumentOptions Options = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        MaxDepth = 16,
    };

    private static readonly string[] Members =
        ["mapping", "feed", "kind", "list", "sheet", "rows", "key", "constants", "columns", "left", "empty", "message", "notes", "$schema"];

    /// <summary>Reads a file. Throws <see cref="FeedRefusedException"/> when it cannot be used.</summary>
    public static async Task<FeedMapping> ReadAsync(string path, CancellationToken cancel)
    {
        try
        {
            if (new FileInfo(path).Length > LargestFile) throw new FeedRefusedException("the mapping is larger than 1 MB");
            return Parse(await File.ReadAllTextAsync(path, cancel));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new FeedRefusedException("the mapping cannot be opened", error);
        }
    }

    /// <summary>The mapping of a text. Throws <see cref="FeedRefusedException"/> when it cannot be used.</summary>
    public static FeedMapping Parse(string json)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json, Options);
        }
        catch (JsonException error)
        {
            throw new FeedRefusedException($"the mapping is no JSON: line {error.LineNumber + 1}, character {error.BytePositionInLine + 1}", error);
        }
        using (document)
        {
            var faults = new MappingFaults();
            var mapping = Mapping(new MappingNode(document.RootElement, "", faults), faults);
            faults.ThrowIfAny();
            return mapping!;
        }
    }

    private static FeedMapping? Mapping(MappingNode root, MappingFaults faults)
    {
        if (!root.IsObject()) return null;
        root.Known(Members);
        var version = root.Member("mapping")?.Whole();
        if (version is null) faults.Add("mapping", $"must say {Version}: the version of the form");
        else if (version != Version) faults.Add("mapping", $"is a version that this hub does not read; it reads {Version}");
        var feed = Feed(root, faults);
        if (feed is null) return null;
        var mapping = new FeedMapping
        {
            Feed = feed,
            Kind = root.Member("kind")?.OneOf<MappingKind>() ?? MappingKind.List,
            List = root.Member("list")?.Text() ?? "",
            Sheet = root.Member("sheet")?.Text(),
            Rows = root.Member("rows") is { } rows ? RowRulesReader.Read(rows) : new RowRules(),
            Key = root.Member("key")?.Texts() ?? [],
            Constants = root.Member("constants")?.Table() ?? new Dictionary<string, string>(),
            Columns = root.Member("columns") is { } columns ? [.. columns.Items().Select(MappedColumnReader.Read)
                .Select((column, index) => column is null ? null : column with { Index = index }).OfType<MappedColumn>()] : [],
            Empty = root.Member("empty")?.Texts() ?? FeedMapping.DefaultEmpty,
            Message = root.Member("message")?.Text(),
        };
        MappingCheck.Check(mapping, faults);
        return mapping;
    }

    private static FeedDefinition? Feed(MappingNode root, MappingFaults faults)
    {
        if (root.Member("feed")?.Text() is not { } name)
        {
            if (root.Member("feed") is null) faults.Add("feed", "is missing: the feed that the rows become, such as DAFTAR");
            return null;
        }
        var feed = FeedCatalogue.All.FirstOrDefault(feed => string.Equals(feed.Name, name, StringComparison.OrdinalIgnoreCase));
        if (feed is null) faults.Add("feed",
            $"names no feed; there are {string.Join(", ", FeedCatalogue.All.Select(known => known.Name))}");
        return feed;
    }
}

namespace DataHub.Feeds.Mapping;

/// <summary>Reads <see cref="FeedMapping.Rows"/>.</summary>
internal static class RowRulesReader
{
    private const int MostHeaderRows = 3;

    public static RowRules Read(MappingNode node)
    {
        if (!node.IsObject()) return new RowRules();
        node.Known("header", "first", "last", "skip", "stop", "section", "hidden");
        var rules = new RowRules
        {
            Header = Lines(node),
            First = node.Member("first")?.Whole(),
            Last = node.Member("last")?.Whole(),
            Skip = node.Member("skip")?.Texts() ?? RowRules.DefaultSkip,
            Stop = node.Member("stop")?.Texts() ?? RowRules.DefaultStop,
            Section = node.Member("section")?.Text(),
            ReadsHidden = node.Member("hidden")?.Flag() ?? true,
        };
        Check(node, rules);
        return rules;
    }

    private static int[] Lines(MappingNode node)
    {
        if (node.Member("header") is not { } header) return [1];
        return [.. header.Items().Select(line => line.Whole()).OfType<int>()];
    }

    private static void Check(MappingNode node, RowRules rules)
    {
        var header = rules.Header;
        if (header.Count > MostHeaderRows) node.Faults.Add($"{node.Path}.header", $"has more than {MostHeaderRows} lines");
        if (header.Any(line => line < 1) || header.Zip(header.Skip(1)).Any(pair => pair.Second <= pair.First))
            node.Faults.Add($"{node.Path}.header", "must be line numbers from 1 on, going up");
        if (rules.First is { } first && first <= header.DefaultIfEmpty(0).Max())
            node.Faults.Add($"{node.Path}.first", "must lie below the header");
        if (rules.Last is { } last && last < (rules.First ?? header.DefaultIfEmpty(0).Max() + 1))
            node.Faults.Add($"{node.Path}.last", "must not lie before the first line of data");
    }
}

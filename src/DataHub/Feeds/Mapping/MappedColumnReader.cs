namespace DataHub.Feeds.Mapping;

/// <summary>Reads an entry of <see cref="FeedMapping.Columns"/>.</summary>
internal static class MappedColumnReader
{
    public static MappedColumn? Read(MappingNode node)
    {
        if (!node.IsObject()) return null;
        // confidence and reason are the proposal's own words to whoever reads it.
        node.Known("from", "to", "form", "join", "unit", "decimals", "dates", "values", "otherwise", "empty", "split", "confidence",
            "reason");
        var from = node.Member("from")?.Texts() ?? [];
        var to = node.Member("to")?.Text();
        if (node.Member("from") is null) node.Faults.Add($"{node.Path}.from", "is missing: the header of the column, or several in a list");
        else if (from.Count == 0) node.Faults.Add($"{node.Path}.from", "names no column");
        if (node.Member("to") is null) node.Faults.Add($"{node.Path}.to", "is missing: the field that the column becomes");
        return from.Count == 0 || to is null ? null : Column(node, from, to);
    }

    private static MappedColumn Column(MappingNode node, IReadOnlyList<string> from, string to)
    {
        var unit = node.Member("unit")?.Number() ?? 1;
        if (unit <= 0) node.Faults.Add($"{node.Path}.unit", "must be above zero");
        return new MappedColumn
        {
            From = from,
            To = to,
            Form = node.Member("form")?.OneOf<CellForm>(),
            Join = node.Member("join")?.Text(),
            Unit = unit,
            Decimals = Decimals(node),
            Dates = node.Member("dates")?.OneOf<DateOrder>() ?? DateOrder.DayFirst,
            Values = node.Member("values")?.Table(),
            Otherwise = node.Member("otherwise")?.OneOf<OtherValues>() ?? OtherValues.Keep,
            Empty = node.Member("empty")?.Texts() ?? [],
            Split = node.Member("split")?.Text(),
        };
    }

    private static char? Decimals(MappingNode node)
    {
        if (node.Member("decimals")?.Text() is not { } text) return null;
        if (text is "," or ".") return text[0];
        node.Faults.Add($"{node.Path}.decimals", "must be \",\" or \".\"");
        return null;
    }
}

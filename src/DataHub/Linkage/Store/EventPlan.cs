namespace DataHub.Linkage.Store;

/// <summary>What became of a business: a row of <c>linkage.event</c> with the records it moved.</summary>
/// <param name="Kind">MERGE, SPLIT or MOVE.</param>
/// <param name="Business">The business that stayed (MERGE), was divided (SPLIT) or gave records away (MOVE).</param>
/// <param name="Other">Merged into it, split off from it, or the receiver; 0: the records stand for no business any more.</param>
/// <param name="Records">Places of the records that moved.</param>
internal sealed record BusinessEvent(string Kind, long Business, long Other, IReadOnlyList<int> Records)
{
    /// <summary>The decision behind it; null: the linker's own.</summary>
    public JudgementRow? Judgement { get; init; }
}

/// <summary>Tells what became of businesses from where records stood and stand.</summary>
internal static class EventPlan
{
    /// <summary>The events, in the order of the records.</summary>
    /// <param name="former">Business by record, before.</param>
    /// <param name="now">Business by record, now.</param>
    /// <param name="ids">What became of the ids.</param>
    /// <param name="isNew">Businesses that did not exist before the pass.</param>
    public static List<BusinessEvent> Of(
        IReadOnlyList<long> former, IReadOnlyList<long> now, IReadOnlyList<Retirement> ids, IReadOnlySet<long> isNew)
    {
        var survivors = ids.ToDictionary(one => one.Id, one => one.Survivor);
        var moves = new Dictionary<(long From, long To), List<int>>();
        for (var record = 0; record < former.Count; record++)
        {
            if (former[record] == 0 || former[record] == now[record]) continue;
            var key = (former[record], now[record]);
            if (!moves.TryGetValue(key, out var records)) moves[key] = records = [];
            records.Add(record);
        }
        return [.. moves.Select(move => Event(move.Key.From, move.Key.To, move.Value, survivors.GetValueOrDefault(move.Key.From), isNew))];
    }

    private static BusinessEvent Event(long from, long to, List<int> records, long survivor, IReadOnlySet<long> isNew)
    {
        if (to != 0 && to == survivor) return new("MERGE", to, from, records);
        return new(isNew.Contains(to) ? "SPLIT" : "MOVE", from, to, records);
    }
}

namespace DataHub.Changes;

/// <summary>Who waits for what on this host. Safe for use by many threads.</summary>
internal sealed class ChangeSubscribers
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, HashSet<ChangeSubscription>> byNib = new(StringComparer.Ordinal);
    private readonly Dictionary<long, HashSet<ChangeSubscription>> byRun = [];
    private readonly HashSet<ChangeSubscription> all = [];
    private Exception? end;
    private long last;

    /// <summary>Position up to which events have been handed on.</summary>
    public long Last
    {
        get { lock (gate) return last; }
    }

    public int Count
    {
        get { lock (gate) return all.Count; }
    }

    /// <summary>
    /// Adds a subscriber; it is handed every event after the position that is given back. Throws what <see cref="Close"/> was given.
    /// </summary>
    public long Add(ChangeSubscription subscription)
    {
        lock (gate)
        {
            if (end is not null) throw end;
            all.Add(subscription);
            ChangeMetrics.Subscribers.Add(1);
            foreach (var nib in subscription.Subject.Nibs) Of(byNib, nib).Add(subscription);
            if (subscription.Subject.RunId is { } run) Of(byRun, run).Add(subscription);
            return last;
        }
    }

    public void Remove(ChangeSubscription subscription)
    {
        lock (gate)
        {
            if (!all.Remove(subscription)) return;
            ChangeMetrics.Subscribers.Add(-1);
            foreach (var nib in subscription.Subject.Nibs) Forget(byNib, nib, subscription);
            if (subscription.Subject.RunId is { } run) Forget(byRun, run, subscription);
        }
    }

    /// <summary>Hands events on. Those whom one is too many are ended.</summary>
    public void Publish(IReadOnlyList<Change> changes)
    {
        lock (gate)
        {
            var behind = new HashSet<ChangeSubscription>();
            foreach (var change in changes)
            {
                behind.UnionWith(WaitingFor(change).Where(subscription => !subscription.Offer(change)));
                last = change.Position;
            }
            ChangeMetrics.TooSlow.Add(behind.Count);
            foreach (var subscription in behind) Remove(subscription);
        }
    }

    /// <summary>Goes on behind a position; those who wait are ended when that leaves events out that they were promised.</summary>
    public void SkipTo(long position, Exception? failure)
    {
        lock (gate)
        {
            last = position;
            if (failure is not null) EndAll(failure);
        }
    }

    /// <summary>Ends all subscribers and takes no more.</summary>
    public void Close(Exception failure)
    {
        lock (gate)
        {
            end = failure;
            EndAll(failure);
        }
    }

    private void EndAll(Exception failure)
    {
        foreach (var subscription in all) subscription.End(failure);
        ChangeMetrics.Subscribers.Add(-all.Count);
        all.Clear();
        byNib.Clear();
        byRun.Clear();
    }

    // A subscriber may ask for several NIBs of one business: it is told once.
    private HashSet<ChangeSubscription> WaitingFor(Change change) => change switch
    {
        RunProgressed run => byRun.TryGetValue(run.RunId, out var followers) ? followers : [],
        BusinessChanged business => [.. business.Nibs.Where(byNib.ContainsKey).SelectMany(nib => byNib[nib])],
        _ => [],
    };

    private static HashSet<ChangeSubscription> Of<TKey>(Dictionary<TKey, HashSet<ChangeSubscription>> map, TKey key) where TKey : notnull =>
        map.TryGetValue(key, out var known) ? known : map[key] = [];

    private static void Forget<TKey>(Dictionary<TKey, HashSet<ChangeSubscription>> map, TKey key, ChangeSubscription subscription)
        where TKey : notnull
    {
        if (map.TryGetValue(key, out var known) && known.Remove(subscription) && known.Count == 0) map.Remove(key);
    }
}

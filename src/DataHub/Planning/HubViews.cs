using System.Runtime.CompilerServices;
using DataHub.Access;
using DataHub.GraphQL.Execution;

namespace DataHub.Planning;

/// <summary>
/// The views that are in use, each made when its permission set first asks. At most <see cref="Most"/> are kept; then the one that was not
/// asked for longest goes, and is made again when it is asked for.
/// </summary>
/// <param name="make">Makes the view of a permission set.</param>
/// <param name="rules">Rules of the contract.</param>
/// <param name="documents">Where the views' engines keep their documents.</param>
internal sealed class HubViews(Func<ViewRights, HubView> make, AccessRules rules, DocumentCache documents)
{
    /// <summary>Six kinds of consumers ask, with a few sets of scopes each.</summary>
    public const int Most = 64;

    private readonly ConditionalWeakTable<IReadOnlySet<string>, Entry[]> bySet = [];
    private readonly Dictionary<string, Entry> byName = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    /// <summary>How many there are now.</summary>
    public int Count
    {
        get
        {
            lock (gate) return byName.Values.Count(entry => entry.View is not null);
        }
    }

    /// <summary>The view of a caller. A token's callers share its set of scopes, by which it is found without a look into the set.</summary>
    public HubView For(Caller caller)
    {
        if (bySet.TryGetValue(caller.Scopes, out var known))
            foreach (var entry in known)
                if (entry.Rights.Purpose == caller.Purpose && entry.View is { } view) return entry.Touch(view);
        return Find(caller);
    }

    private HubView Find(Caller caller)
    {
        Entry? entry;
        lock (gate)
        {
            var name = $"{caller.Purpose} {string.Join(' ', caller.Scopes.Order(StringComparer.Ordinal))}";
            if (!byName.TryGetValue(name, out entry))
                byName[name] = entry = new Entry(new ViewRights(rules, caller.Scopes.ToHashSet(StringComparer.Ordinal), caller.Purpose));
            var known = bySet.TryGetValue(caller.Scopes, out var found) ? found : [];
            if (!known.Contains(entry)) bySet.AddOrUpdate(caller.Scopes, [.. known, entry]);
        }
        // Outside the gate: the others need not wait for this one.
        lock (entry)
        {
            var view = entry.Touch(entry.View ??= make(entry.Rights));
            MakeRoom();
            return view;
        }
    }

    private void MakeRoom()
    {
        lock (gate)
        {
            var there = byName.Values.Where(entry => entry.View is not null).ToList();
            if (there.Count <= Most) return;
            var oldest = there.MinBy(entry => entry.LastUse)!;
            documents.Forget(oldest.View!.Schema);
            oldest.View = null;
        }
    }

    private sealed class Entry(ViewRights rights)
    {
        private volatile HubView? view;
        private long lastUse;

        public ViewRights Rights => rights;

        public HubView? View
        {
            get => view;
            set => view = value;
        }

        public long LastUse => Volatile.Read(ref lastUse);

        public HubView Touch(HubView used)
        {
            // Written once a tick and not once a request: the processors share the line.
            var now = Environment.TickCount64;
            if (Volatile.Read(ref lastUse) != now) Volatile.Write(ref lastUse, now);
            return used;
        }
    }
}

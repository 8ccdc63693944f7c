using Npgsql;

namespace DataHub.Partners;

/// <summary>Of whom one organisation was told on the current day.</summary>
internal sealed class OrganisationDay
{
    private readonly Lock gate = new();
    private readonly HashSet<long> persons = [];
    private List<long> unwritten = [];
    private DateOnly day;
    // Persons in the database when it was last asked; other hosts' among them.
    private long written;

    /// <summary>This, emptied when it was another day's.</summary>
    public OrganisationDay On(DateOnly today)
    {
        lock (gate)
        {
            if (day == today) return this;
            (day, written) = (today, 0);
            persons.Clear();
            unwritten.Clear();
            return this;
        }
    }

    /// <summary>Distinct persons, as far as this host knows.</summary>
    public long Count
    {
        get
        {
            lock (gate) return Total;
        }
    }

    private long Total => Math.Max(persons.Count, written + unwritten.Count);

    /// <summary>What was counted before this host started.</summary>
    public void Known(long[] before)
    {
        lock (gate)
        {
            persons.UnionWith(before);
            written = before.Length;
        }
    }

    /// <summary>Adds the persons; false, with none added, when they would pass the ceiling.</summary>
    public bool TryAdd(IReadOnlyCollection<long> told, long ceiling)
    {
        lock (gate)
        {
            var fresh = told.Count(person => !persons.Contains(person));
            if (fresh > 0 && Total + fresh > ceiling) return false;
            foreach (var person in told)
                if (persons.Add(person)) unwritten.Add(person);
            return true;
        }
    }

    /// <summary>Writes what is not written; what cannot be written is kept.</summary>
    public async Task FlushAsync(NpgsqlConnection connection, string organisation, CancellationToken cancellation)
    {
        List<long> taken;
        DateOnly of;
        lock (gate)
        {
            if (unwritten.Count == 0) return;
            (taken, unwritten, of) = (unwritten, [], day);
        }
        var isWritten = false;
        try
        {
            var total = await QuotaStore.AddAsync(connection, (of, organisation), [.. taken], cancellation);
            isWritten = true;
            lock (gate)
                if (day == of) written = total;
        }
        finally
        {
            if (!isWritten)
                lock (gate)
                    if (day == of) unwritten.AddRange(taken);
        }
    }
}

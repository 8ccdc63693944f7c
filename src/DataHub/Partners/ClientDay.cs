using Npgsql;

namespace DataHub.Partners;

/// <summary>How many subjects one client got on the current day; a person told of twice counts twice.</summary>
internal sealed class ClientDay
{
    private readonly Lock gate = new();
    private DateOnly day;
    // What the database had when it was last asked, and what this host counted since.
    private long written;
    private long unwritten;

    /// <summary>This, emptied when it was another day's.</summary>
    public ClientDay On(DateOnly today)
    {
        lock (gate)
        {
            if (day != today) (day, written, unwritten) = (today, 0, 0);
            return this;
        }
    }

    /// <summary>As far as this host knows.</summary>
    public long Count
    {
        get
        {
            lock (gate) return written + unwritten;
        }
    }

    /// <summary>What was counted before this host started.</summary>
    public void Known(long before)
    {
        lock (gate) written = before;
    }

    /// <summary>Adds; false, with nothing added, when that would pass the ceiling. Null: no ceiling.</summary>
    public bool TryAdd(int subjects, long? ceiling)
    {
        lock (gate)
        {
            if (written + unwritten + subjects > ceiling) return false;
            unwritten += subjects;
            return true;
        }
    }

    /// <summary>For an answer that did not leave after all.</summary>
    public void TakeBack(int subjects)
    {
        lock (gate) unwritten -= subjects;
    }

    /// <summary>Writes what is not written; what cannot be written is kept.</summary>
    public async Task FlushAsync(NpgsqlConnection connection, string client, CancellationToken cancellation)
    {
        long taken;
        DateOnly of;
        lock (gate)
        {
            if (unwritten <= 0) return;
            (taken, of) = (unwritten, day);
        }
        var total = await QuotaStore.AddAsync(connection, (of, client), taken, cancellation);
        lock (gate)
            if (day == of) (written, unwritten) = (total, unwritten - taken);
    }
}

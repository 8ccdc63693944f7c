namespace DataHub.Feeds.Reading;

/// <summary>Where the rows of a load come from: a feed's own file, or anything else that is split into a feed's columns already.</summary>
public abstract class RowSource : IDisposable
{
    /// <summary>The feed whose columns the rows have.</summary>
    public abstract FeedDefinition Feed { get; }

    /// <summary>SHA-256 of what was received; null when it has no bytes of its own.</summary>
    public abstract byte[]? Hash { get; }

    /// <summary>Length for progress, in bytes or whatever <see cref="Position"/> counts.</summary>
    public abstract long Length { get; }

    /// <summary>How far reading is, of <see cref="Length"/>.</summary>
    public abstract long Position { get; }

    /// <summary>All rows, once.</summary>
    public abstract IEnumerable<RawRow> Rows();

    /// <summary>What was received, from its beginning, once the rows have been read; null when it cannot be kept for a steward.</summary>
    internal virtual Stream? Bytes() => null;

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets go of files and readers.</summary>
    protected virtual void Dispose(bool disposing) { }
}

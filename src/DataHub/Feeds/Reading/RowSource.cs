namespace DataHub.Feeds.Reading;

/// <summary>Rows that something else than a feed's own file is split into, such as an agency's sheet.</summary>
public abstract class RowSource : IDisposable
{
    /// <summary>The feed whose columns the rows have.</summary>
    public abstract FeedDefinition Feed { get; }

    /// <summary>SHA-256 of what was received.</summary>
    public abstract byte[] Hash { get; }

    /// <summary>Length for progress, in bytes or whatever <see cref="Position"/> counts.</summary>
    public abstract long Length { get; }

    /// <summary>How far reading is, of <see cref="Length"/>.</summary>
    public abstract long Position { get; }

    /// <summary>All rows, once.</summary>
    public abstract IEnumerable<RawRow> Rows();

    /// <summary>The rows as <see cref="KeptRows"/> reads them again, once they have been read.</summary>
    public abstract Stream Bytes();

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets go of files and readers.</summary>
    protected virtual void Dispose(bool disposing) { }
}

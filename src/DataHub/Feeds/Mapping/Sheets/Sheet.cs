namespace DataHub.Feeds.Mapping.Sheets;

/// <summary>A sheet of a workbook, or a text file as the one sheet that it is.</summary>
public abstract class Sheet : IDisposable
{
    /// <summary>The sheet's name; null for a text file.</summary>
    public abstract string? Name { get; }

    /// <summary>SHA-256 of the file.</summary>
    public abstract byte[] Hash { get; }

    /// <summary>Length for progress.</summary>
    public abstract long Length { get; }

    /// <summary>How far reading is, of <see cref="Length"/>.</summary>
    public abstract long Position { get; }

    /// <summary>Columns that the file hides, from 0; empty for a text file.</summary>
    public virtual IReadOnlySet<int> HiddenColumns { get; } = new HashSet<int>();

    /// <summary>All rows, blank ones too, once. Throws <see cref="FeedRefusedException"/> where the file turns out to be broken.</summary>
    public abstract IEnumerable<SheetRow> Rows();

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets go of the file.</summary>
    protected abstract void Dispose(bool disposing);
}

using DataHub.Feeds.Reading;

namespace DataHub.Feeds.Loading;

/// <summary>A row that the hub holds in the same form.</summary>
/// <param name="Line">Line on which it begins.</param>
/// <param name="RecordId">The record.</param>
internal readonly record struct ResentRow(int Line, long RecordId);

/// <summary>Rows on their way from the reader to the database.</summary>
internal sealed class Chunk(int received, long position, CopyBuffer rows)
{
    /// <summary>Rows of the file in it.</summary>
    public int Received => received;

    /// <summary>Bytes of the file that were read by then.</summary>
    public long Position => position;

    /// <summary>New and changed ones, as far as is known, as they are copied.</summary>
    public CopyBuffer Rows => rows;

    /// <summary>How many of them there are.</summary>
    public int RowCount { get; private set; }

    /// <summary>The key of the last of them.</summary>
    public string? LastKey { get; private set; }

    /// <summary>Hashes of the keys of all rows that could be read, see <see cref="KeysSeen"/>.</summary>
    public List<ulong> Keys { get; } = new(received);

    /// <summary>Those that the hub holds already.</summary>
    public List<ResentRow> Resent { get; } = [];

    /// <summary>What could not be read.</summary>
    public List<RejectedField> Rejected { get; } = [];

    /// <summary>Rows that could be read and carry a damaged identifier.</summary>
    public int Damaged { get; private set; }

    /// <summary>The newest date by the source's own clock.</summary>
    public DateOnly? Newest { get; private set; }

    /// <summary>Takes a row in.</summary>
    public void Add(int line, ReadRow read, ArrivalColumns columns)
    {
        if (read.Row is { } row)
        {
            columns.Write(rows, row);
            RowCount++;
            LastKey = row.SourceKey;
        }
        if (read.Key is { } key) Keys.Add(KeysSeen.HashOf(key));
        if (read.IsDamaged) Damaged++;
        if (read.KnownId is { } id) Resent.Add(new ResentRow(line, id));
        Rejected.AddRange(read.Rejected);
        if (read.SourceDate > (Newest ?? DateOnly.MinValue)) Newest = read.SourceDate;
    }
}

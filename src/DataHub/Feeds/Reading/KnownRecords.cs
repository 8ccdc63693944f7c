using System.Buffers.Binary;

namespace DataHub.Feeds.Reading;

/// <summary>
/// The current records of a feed by content hash: a row that is sent again as it was is found here, and nothing more is made of it. Filled
/// once, then read by many threads.
/// </summary>
public sealed class KnownRecords
{
    /// <summary>A hub that looks at nothing it holds: every row is made ready to be stored.</summary>
    public static KnownRecords None { get; } = new(0);

    // Half of a keyed hash tells rows apart as surely as anything can: among a thousand million, two meet once in 10^20 times.
    private readonly Dictionary<UInt128, long> records;

    /// <summary>For about so many records.</summary>
    public KnownRecords(int count) => records = new Dictionary<UInt128, long>(count);

    /// <summary>How many there are.</summary>
    public int Count => records.Count;

    /// <summary>Notes a current record.</summary>
    public void Add(long id, ReadOnlySpan<byte> contentHash) => records[Half(contentHash)] = id;

    /// <summary>The record of a row that has not changed; null when there is none.</summary>
    public long? Find(ReadOnlySpan<byte> contentHash) => records.TryGetValue(Half(contentHash), out var id) ? id : null;

    // The end: a hash of a later key has the key's number in front.
    private static UInt128 Half(ReadOnlySpan<byte> contentHash) => BinaryPrimitives.ReadUInt128LittleEndian(contentHash[^16..]);
}

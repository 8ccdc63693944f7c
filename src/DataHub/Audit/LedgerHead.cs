namespace DataHub.Audit;

/// <summary>How far a chain has come.</summary>
/// <param name="Sequence">Of its last entry; 0 when it has none.</param>
/// <param name="At">When that was entered.</param>
/// <param name="Hash">Its hash.</param>
internal sealed record LedgerHead(long Sequence, DateTime At, byte[] Hash)
{
    public static LedgerHead None { get; } = new(0, DateTime.UnixEpoch, EntryHash.Start);

    /// <summary>Since 1970.</summary>
    public long Microseconds => (At - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
}

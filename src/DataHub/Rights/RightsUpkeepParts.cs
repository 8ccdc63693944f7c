using DataHub.Audit;

namespace DataHub.Rights;

/// <summary>What the upkeep of rights works with.</summary>
/// <param name="Time">The clock.</param>
/// <param name="OnError">Told what went wrong; the work is tried again.</param>
/// <param name="Ledger">Removes months of the ledger whose time is over; null: they stay.</param>
public sealed record RightsUpkeepParts(TimeProvider Time, Action<Exception> OnError, LedgerRotation? Ledger);

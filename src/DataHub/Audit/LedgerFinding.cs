namespace DataHub.Audit;

/// <summary>What a check of a chain has found.</summary>
/// <param name="Chain">Name of the chain.</param>
/// <param name="Entries">Entries that were read.</param>
/// <param name="Checkpoints">Checkpoints that agree with them.</param>
/// <param name="Fault">The first thing that is wrong; null when the chain is whole.</param>
public sealed record LedgerFinding(string Chain, long Entries, int Checkpoints, LedgerFault? Fault);

/// <summary>The first broken entry of a chain.</summary>
/// <param name="Sequence">Its sequence.</param>
/// <param name="What">What is wrong with it.</param>
public sealed record LedgerFault(long Sequence, string What);

namespace DataHub.Linkage.Review;

/// <summary>Links the records near some anew, with all judgements that are in force; gives the number of the pass.</summary>
/// <param name="near">Records whose neighbourhoods are linked.</param>
/// <param name="cancellation">Ends it; nothing of it is published then.</param>
public delegate Task<long> Relink(IReadOnlyList<RecordKey> near, CancellationToken cancellation);

using System.Globalization;

namespace DataHub.Audit;

/// <summary>Walks along a chain and keeps the first thing that is wrong.</summary>
internal sealed class ChainWalk
{
    private readonly EntryHash hasher = new();
    private readonly string chain;
    private readonly CheckpointSigner signer;
    private readonly ILookup<long, Checkpoint> checkpoints;
    private LedgerHead last = LedgerHead.None;
    private bool hasBegun;

    /// <param name="chain">Name of the chain.</param>
    /// <param name="checkpoints">All that is known of them, inside the database and outside.</param>
    /// <param name="signer">The host's key.</param>
    public ChainWalk(string chain, IReadOnlyList<Checkpoint> checkpoints, CheckpointSigner signer)
    {
        (this.chain, this.signer) = (chain, signer);
        this.checkpoints = checkpoints.ToLookup(c => c.Sequence);
        foreach (var forged in checkpoints.Where(c => c.Signer == signer.Name && !signer.HasSigned(c)).Take(1))
            Break(forged.Sequence, "its checkpoint has a signature that the host's key has not made");
    }

    public long Entries { get; private set; }

    /// <summary>Checkpoints that agree with their entries.</summary>
    public int Checkpoints { get; private set; }

    public LedgerFault? Fault { get; private set; }

    public void Take(StoredEntry stored)
    {
        var (entry, place, hash) = stored;
        if (!hasBegun) Begin(place.Sequence);
        Entries++;
        if (place.Sequence <= last.Sequence) Break(place.Sequence, "it is there more than once");
        else if (place.Sequence > last.Sequence + 1) Break(last.Sequence + 1, Missing(last.Sequence + 1, place.Sequence - 1));
        else if (!hasher.Of(chain, place, entry).AsSpan().SequenceEqual(hash)) Break(place.Sequence, "it does not say what was entered: its hash is another one");
        else if (!place.Previous.AsSpan().SequenceEqual(last.Hash)) Break(Math.Max(1, last.Sequence), "its hash is not the one that the next entry was made with");
        else if (place.At < last.At) Break(place.Sequence, "it is older than the entry before it");
        last = new LedgerHead(place.Sequence, place.At, hash);
        Compare(checkpoints[place.Sequence]);
    }

    /// <summary>Compares the end with what the host noted before the walk and after it.</summary>
    public void End(LedgerNote? before, LedgerNote? after)
    {
        if (!hasBegun && Fault is null) Begin(long.MaxValue);
        var farthest = checkpoints.Select(c => c.Key).DefaultIfEmpty(0).Max();
        var known = Math.Max(before?.Done.Sequence ?? 0, farthest);
        if (known > last.Sequence) Break(last.Sequence + 1, Missing(last.Sequence + 1, known));
        if (before is not null && before.Done.Sequence == last.Sequence && !before.Done.Hash.AsSpan().SequenceEqual(last.Hash))
            Break(last.Sequence, "its hash is not the one that the host has noted");
        if (after is null || last.Sequence <= after.Done.Sequence) return;
        if (last.Sequence > after.Intended.Sequence || (last.Sequence == after.Intended.Sequence && !after.Intended.Hash.AsSpan().SequenceEqual(last.Hash)))
            Break(after.Done.Sequence + 1, "the host has not entered it");
    }

    /// <summary>Entries whose time is over were removed: the chain goes on from what was signed of the last of them.</summary>
    private void Begin(long first)
    {
        hasBegun = true;
        if (first == 1) return;
        var anchor = checkpoints.SelectMany(c => c).Where(c => c.IsAnchor && c.Sequence < first).MaxBy(c => c.Sequence);
        if (anchor is null) return;
        last = new LedgerHead(anchor.Sequence, DateTime.UnixEpoch, Convert.FromHexString(anchor.Hash));
        Checkpoints++;
    }

    private void Compare(IEnumerable<Checkpoint> known)
    {
        foreach (var checkpoint in known)
        {
            if (checkpoint.Hash == Convert.ToHexStringLower(last.Hash)) Checkpoints++;
            else Break(last.Sequence, "its hash is not the one that was signed");
        }
    }

    private static string Missing(long from, long to) => from == to
        ? "it is missing"
        : string.Create(CultureInfo.InvariantCulture, $"it is missing, and all up to {to}");

    private void Break(long sequence, string what) => Fault ??= new LedgerFault(sequence, what);
}

using System.Runtime.CompilerServices;

namespace DataHub.Feeds.Loading;

/// <summary>
/// Tells whether a key may stand in a file twice, without keeping the keys. Hashes that collide count as one key twice: the database then
/// looks.
/// </summary>
internal sealed class KeysSeen
{
    // 8 bytes each, and as much again for the set; of a longer file the database tells.
    private const int Most = 4_000_000;

    private readonly HashSet<ulong> hashes = [];

    /// <summary>False: all keys so far were different ones.</summary>
    public bool MayRepeat { get; private set; }

    /// <summary>A hash of a key. FNV-1a: no secret is needed to tell keys apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ulong HashOf(string key)
    {
        var hash = 14_695_981_039_346_656_037;
        foreach (var c in key) hash = unchecked((hash ^ c) * 1_099_511_628_211);
        return hash;
    }

    /// <summary>Takes the hashes of the next keys.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(IReadOnlyList<ulong> keys)
    {
        if (MayRepeat) return;
        for (var i = 0; i < keys.Count; i++) MayRepeat |= !hashes.Add(keys[i]);
        MayRepeat |= hashes.Count > Most;
        if (MayRepeat) hashes.Clear();
    }
}

namespace DataHub.Linkage.Model.Normalising;

/// <summary>
/// 64-bit hashes that are the same in every process and on every machine (FNV-1a with a final mix). Not secret: see BlockKeys for keyed
/// ones.
/// </summary>
internal static class Hashing
{
    /// <summary>Hash of a text.</summary>
    public static ulong Of(ReadOnlySpan<char> text)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in text) hash = (hash ^ c) * 1099511628211UL;
        return Mix(hash);
    }

    /// <summary>Two hashes as one; order matters.</summary>
    public static ulong Join(ulong a, ulong b) => Mix((a * 0x9E3779B97F4A7C15UL) ^ (b + 0x165667B19E3779F9UL + (a << 6) + (a >> 2)));

    /// <summary>Spreads the bits (the finaliser of SplitMix64).</summary>
    public static ulong Mix(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9UL;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EBUL;
        return x ^ (x >> 31);
    }
}

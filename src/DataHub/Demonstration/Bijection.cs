namespace DataHub.Demonstration;

/// <summary>
/// A shuffle of 0..size-1 that needs no memory: a four-round Feistel network, walked until the value is in range.
/// Gives numbers that look thrown yet never repeat, and quotas that are met exactly.
/// </summary>
internal readonly struct Bijection
{
    private readonly ulong key;
    private readonly ulong size;
    private readonly int half;

    public Bijection(ulong seed, int purpose, long size)
    {
        key = Dice.Mix(seed ^ Dice.Mix((ulong)purpose + 0xD1B54A32D192ED03));
        this.size = (ulong)Math.Max(size, 1);
        var bits = 64 - System.Numerics.BitOperations.LeadingZeroCount(this.size);
        half = Math.Max((bits + 1) / 2, 1);
    }

    public long this[long position]
    {
        get
        {
            if ((ulong)position >= size) throw new ArgumentOutOfRangeException(nameof(position));
            var value = (ulong)position;
            do value = Rounds(value);
            while (value >= size);
            return (long)value;
        }
    }

    private ulong Rounds(ulong value)
    {
        var mask = (1UL << half) - 1;
        var left = value >> half;
        var right = value & mask;
        for (var round = 1UL; round <= 4; round++)
            (left, right) = (right, left ^ (Dice.Mix(right + (round << 48) + key) & mask));
        return (left << half) | right;
    }
}

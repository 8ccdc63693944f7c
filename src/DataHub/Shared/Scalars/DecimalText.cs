using System.Globalization;

namespace DataHub.Shared.Scalars;

/// <summary>Decimals as UTF-8 with as few places as they need: 50000000.00, as numeric(18,2) keeps it, is 50000000.</summary>
internal static class DecimalText
{
    private static readonly ulong[] Powers = [1, 10, 100, 1000, 10_000];

    /// <summary>Writes at most <paramref name="places"/> places (2 or 4), rounding half away from zero; gives the number of bytes, 32 at most.</summary>
    public static int Write(decimal value, int places, Span<byte> target)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var scale = (bits[3] >> 16) & 0xFF;
        var digits = (ulong)(uint)bits[1] << 32 | (uint)bits[0];
        if (bits[2] != 0 || bits[3] < 0 || scale > places) return WriteAny(value, places, target);
        (digits / Powers[scale]).TryFormat(target, out var length, default, CultureInfo.InvariantCulture);
        var fraction = digits % Powers[scale];
        if (fraction == 0) return length;
        target[length++] = (byte)'.';
        for (; fraction > 0; fraction = fraction * 10 % Powers[scale])
            target[length++] = (byte)('0' + (fraction * 10 / Powers[scale]));
        return length;
    }

    private static int WriteAny(decimal value, int places, Span<byte> target)
    {
        value.TryFormat(target, out var length, places == 2 ? "0.##" : "0.####", CultureInfo.InvariantCulture);
        return length;
    }
}

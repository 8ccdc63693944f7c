using System.Globalization;

namespace DataHub.GraphQL.Execution;

/// <summary>
/// Doubles that are decimals of few places, as money and shares are. Two different decimals of at most 15 digits are never the same
/// double, so when n / 10^p gives the double back, n with p places is its shortest text.
/// </summary>
internal static class ShortDecimal
{
    private const double Largest = 1e15;

    /// <summary>
    /// False when the number has more than two places or 15 digits; nothing in <paramref name="target"/> is to be used then.
    /// </summary>
    public static bool TryFormat(double value, Span<byte> target, out int length)
    {
        length = 0;
        var hundredths = Math.Round(value * 100);
        // Zero has a sign of its own; infinity and NaN fail here too.
        if (!(Math.Abs(hundredths) is > 0 and < Largest) || hundredths / 100 != value) return false;
        if (value < 0) target[length++] = (byte)'-';
        var digits = (ulong)Math.Abs(hundredths);
        (digits / 100).TryFormat(target[length..], out var written, default, CultureInfo.InvariantCulture);
        length += written;
        var places = (uint)(digits % 100);
        if (places == 0) return true;
        target[length++] = (byte)'.';
        target[length++] = (byte)('0' + (places / 10));
        if (places % 10 > 0) target[length++] = (byte)('0' + (places % 10));
        return true;
    }
}

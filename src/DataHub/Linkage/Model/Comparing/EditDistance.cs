namespace DataHub.Linkage.Model.Comparing;

/// <summary>Slips of the pen.</summary>
internal static class EditDistance
{
    /// <summary>
    /// True when one letter changed, added, dropped, or exchanged with its neighbour makes one text the other; also when they are equal.
    /// </summary>
    public static bool IsAtMostOne(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.Length > b.Length) return IsAtMostOne(b, a);
        if (b.Length - a.Length > 1) return false;
        var start = a.CommonPrefixLength(b);
        if (start == a.Length) return true;
        if (a.Length < b.Length) return a[start..].SequenceEqual(b[(start + 1)..]);
        if (a[(start + 1)..].SequenceEqual(b[(start + 1)..])) return true;
        return start + 1 < a.Length && a[start] == b[start + 1] && a[start + 1] == b[start]
            && a[(start + 2)..].SequenceEqual(b[(start + 2)..]);
    }

    /// <summary>Jaro–Winkler similarity, 0 to 1: kind to slips at the end of a name.</summary>
    public static double JaroWinkler(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var jaro = Jaro(a, b);
        var prefix = Math.Min(4, a.CommonPrefixLength(b));
        return jaro + (prefix * 0.1 * (1 - jaro));
    }

    private static double Jaro(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.Length == 0 || b.Length == 0 || a.Length > 64 || b.Length > 64) return a.SequenceEqual(b) ? 1 : 0;
        var window = Math.Max(0, (Math.Max(a.Length, b.Length) / 2) - 1);
        ulong inA = 0, inB = 0;
        var matches = 0;
        for (var i = 0; i < a.Length; i++)
        {
            var last = Math.Min(b.Length - 1, i + window);
            for (var j = Math.Max(0, i - window); j <= last; j++)
            {
                if ((inB >> j & 1) != 0 || a[i] != b[j]) continue;
                inA |= 1UL << i;
                inB |= 1UL << j;
                matches++;
                break;
            }
        }
        if (matches == 0) return 0;
        var crossed = 0;
        var k = 0;
        for (var i = 0; i < a.Length; i++)
        {
            if ((inA >> i & 1) == 0) continue;
            while ((inB >> k & 1) == 0) k++;
            if (a[i] != b[k++]) crossed++;
        }
        return (((double)matches / a.Length) + ((double)matches / b.Length) + ((matches - (crossed / 2.0)) / matches)) / 3;
    }
}

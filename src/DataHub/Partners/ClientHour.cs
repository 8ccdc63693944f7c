using System.Globalization;
using DataHub.Access.Budgets;

namespace DataHub.Partners;

/// <summary>
/// What one client looked up in the current hour, as far as it tells guessing from work. Not safe for use by several threads.
/// </summary>
internal sealed class ClientHour
{
    // Numbers that stand as close as this are not drawn at random from ten trillion.
    private const long Near = 10;
    private const int Remembered = 64;
    // Pairs that are kept in mind in an hour; what comes after is not compared, and has long raised its alarm.
    private const int MostPairs = 20_000;

    private readonly long[] latest = new long[Remembered];
    private readonly Dictionary<ulong, HashSet<string>> nibsOfNik = [];
    private readonly Dictionary<string, HashSet<ulong>> triedOnNib = new(StringComparer.Ordinal);
    private readonly HashSet<string> raised = new(StringComparer.Ordinal);
    private int next;
    private int pairs;

    /// <summary>Hour since 1970.</summary>
    public long Hour { get; private set; }

    public int Misses { get; private set; }

    public int Sequential { get; private set; }

    /// <summary>Different pairs of NIB and NIK that did not belong together.</summary>
    public int Mismatches { get; private set; }

    /// <summary>Begins anew when it was another hour's.</summary>
    public void Enter(long hour)
    {
        if (Hour == hour) return;
        (Hour, Misses, Sequential, Mismatches, pairs) = (hour, 0, 0, 0, 0);
        Array.Fill(latest, long.MinValue / 2);
        nibsOfNik.Clear();
        triedOnNib.Clear();
        raised.Clear();
    }

    public void Miss(int count) => Misses += count;

    /// <summary>Notes a NIB that was looked up.</summary>
    public void Look(string nib)
    {
        if (!long.TryParse(nib, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return;
        var (isNear, isKnown) = (false, false);
        foreach (var other in latest)
        {
            isKnown |= other == number;
            isNear |= Math.Abs(other - number) <= Near;
        }
        // The same business once more is no step further.
        if (isKnown) return;
        if (isNear) Sequential++;
        latest[next] = number;
        next = (next + 1) % Remembered;
    }

    /// <summary>
    /// Takes the pair as one that does not belong together until it is known better; false when it was taken so before, and would tell
    /// nothing
    /// new; null when as many other NIKs were tried on the NIB as may be.
    /// </summary>
    public bool? TryPair(string nib, ulong nik, int perNib)
    {
        if (!triedOnNib.TryGetValue(nib, out var tried)) triedOnNib[nib] = tried = [];
        if (tried.Contains(nik)) return false;
        return tried.Count < perNib ? tried.Add(nik) : null;
    }

    /// <summary>The pair belongs together, or nothing is known of it: as if it had not been tried.</summary>
    public void Release(string nib, ulong nik)
    {
        if (triedOnNib.TryGetValue(nib, out var tried) && tried.Remove(nik) && tried.Count == 0) triedOnNib.Remove(nib);
    }

    /// <summary>A pair that was not tried before does not belong together.</summary>
    public void Mismatched() => Mismatches++;

    /// <summary>NIBs that a NIK was given with, this one included.</summary>
    public int NibsOf(ulong nik, string nib)
    {
        if (!nibsOfNik.TryGetValue(nik, out var nibs)) nibsOfNik[nik] = nibs = new HashSet<string>(StringComparer.Ordinal);
        if (pairs < MostPairs && nibs.Add(nib)) pairs++;
        return nibs.Count;
    }

    /// <summary>True the first time in the hour that a number is above its threshold.</summary>
    public bool Raises(string kind, int counted, int threshold) => counted > threshold && raised.Add(kind);
}

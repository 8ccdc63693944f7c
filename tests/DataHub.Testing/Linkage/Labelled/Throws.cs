namespace DataHub.Testing.Linkage.Labelled;

/// <summary>SplitMix64 with a seed. <see cref="Slip"/> and <see cref="Empty"/> are chances that the set's options scale.</summary>
internal sealed class Throws(LabelledOptions options)
{
    private ulong state = Mix(options.Seed ^ 0x5851F42D4C957F2D);

    public int Below(int limit) => (int)(((Next() >> 32) * (ulong)limit) >> 32);

    public int Between(int first, int last) => first + Below(last - first + 1);

    public bool Chance(double probability) => Unit() < probability;

    /// <summary>Something is written wrongly or differently.</summary>
    public bool Slip(double probability) => Unit() < Math.Min(probability * options.Noise, 0.97);

    /// <summary>A field is left empty.</summary>
    public bool Empty(double probability) => Unit() < Math.Min(probability * options.Missing, 0.97);

    public T Pick<T>(IReadOnlyList<T> from) => from[Below(from.Count)];

    /// <summary>The first of a list is the most frequent; weights fall as 1 / (rank + <paramref name="flatness"/>).</summary>
    public T Ranked<T>(IReadOnlyList<T> from, double flatness)
    {
        var thrown = Unit() * Math.Log((from.Count + flatness) / flatness);
        var rank = (int)(flatness * (Math.Exp(thrown) - 1));
        return from[Math.Min(rank, from.Count - 1)];
    }

    /// <summary>Index of a weight.</summary>
    public int Weighted(params ReadOnlySpan<int> weights)
    {
        var sum = 0;
        foreach (var weight in weights) sum += weight;
        var thrown = Below(sum);
        for (var index = 0; ; index++)
        {
            thrown -= weights[index];
            if (thrown < 0) return index;
        }
    }

    public DateOnly Day(DateOnly first, DateOnly last) => first.AddDays(Below(last.DayNumber - first.DayNumber + 1));

    public string Digits(int count) => string.Create(count, this, static (span, throws) =>
    {
        for (var at = 0; at < span.Length; at++) span[at] = (char)('0' + throws.Below(10));
    });

    private double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    private ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        return Mix(state);
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}

namespace DataHub.Demonstration;

/// <summary>What a throw decides. Each subject (a business, an owner) has dice of its own per topic: order does not matter.</summary>
internal enum Topic : ulong
{
    OwnerSize = 1, OwnerPlace, OwnerName, OwnerBirth, OwnerPhone, OwnerBrand, Spouse, Trade, Facts, BusinessName, Address,
    LicensedName, LicensedOwner, Registration, Oss, OssSecond, NikFault, Sikp, Training, Newcomer, Shop, Certificate, Sidt,
    ProductCount, Product, Listing, Exhibition, Procurement, Partnership,
}

/// <summary>
/// SplitMix64. Only integers and the four operations of IEEE doubles (no logarithm or power of the C library), so that every machine
/// throws the same. A mutable struct: pass it by reference.
/// </summary>
internal struct Dice
{
    private const ulong Golden = 0x9E3779B97F4A7C15;
    private ulong state;

    public Dice(ulong seed, Topic topic, long subject) =>
        state = Mix(seed ^ Mix(((ulong)topic * Golden) ^ Mix((ulong)subject + Golden)));

    public ulong Next() => Mix(state += Golden);

    /// <summary>0 to <paramref name="limit"/> - 1.</summary>
    public int Below(int limit) => (int)(((Next() >> 32) * (ulong)limit) >> 32);

    public int Between(int first, int last) => first + Below(last - first + 1);

    /// <summary>0 up to, not reaching, 1.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Chance(double probability) => Unit() < probability;

    public T Pick<T>(T[] from) => from[Below(from.Length)];

    /// <summary>Position of the first cumulative weight above the throw; the last one is the sum.</summary>
    public int Weighted(int[] cumulative)
    {
        var throwOf = Below(cumulative[^1]);
        var position = Array.BinarySearch(cumulative, throwOf);
        if (position < 0) return ~position;
        while (cumulative[position] <= throwOf) position++;
        return position;
    }

    /// <summary>About log-normal: half of the throws below <paramref name="median"/>, two thirds within the factor 2^spread.</summary>
    public double Skewed(double median, double spread)
    {
        // Four uniform throws have the standard deviation 1/sqrt(3).
        var exponent = (Unit() + Unit() + Unit() + Unit() - 2) * 1.7320508075688772 * spread;
        return median * PowerOfTwo(exponent);
    }

    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    private static double PowerOfTwo(double exponent)
    {
        var result = 1.0;
        for (; exponent >= 1; exponent--) result *= 2;
        for (; exponent < 0; exponent++) result *= 0.5;
        return result * (1 + exponent * (0.65617 + exponent * 0.34383));
    }
}

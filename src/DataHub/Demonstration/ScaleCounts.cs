namespace DataHub.Demonstration;

/// <summary>Businesses of each scale (PP 7/2021) in a demonstration: the proportions of Lampung's 192,234, summing exactly.</summary>
public readonly record struct ScaleCounts(int Mikro, int Kecil, int Menengah)
{
    private const long LampungMikro = 182_655;
    private const long LampungKecil = 9_303;
    private const long LampungMenengah = 276;
    private const long Lampung = LampungMikro + LampungKecil + LampungMenengah;

    /// <summary>Largest remainder; a tie goes to the smaller scale.</summary>
    public static ScaleCounts Of(int businesses)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(businesses);
        long[] shares = [LampungMikro, LampungKecil, LampungMenengah];
        var counts = Array.ConvertAll(shares, share => (int)(businesses * share / Lampung));
        var remainders = Array.ConvertAll(shares, share => businesses * share % Lampung);
        for (var left = businesses - counts[0] - counts[1] - counts[2]; left > 0; left--)
        {
            var largest = Array.IndexOf(remainders, remainders.Max());
            counts[largest]++;
            remainders[largest] = -1;
        }
        return new ScaleCounts(counts[0], counts[1], counts[2]);
    }
}
